// Tells which window is in front, and its title, on the session bus: the one thing GNOME Shell tells nobody but its
// extensions. Keeps nothing. For GNOME 45 and later; written after the shell's documentation, not yet run in a shell.
//
// Whoever is in the session can ask; that is every program of this person, as it is on X11.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Meta from 'gi://Meta';
import Shell from 'gi://Shell';

import {Extension} from 'resource:///org/gnome/shell/extensions/extension.js';

const PATH = '/org/wisestep/FocusedWindow';
const INTERFACE = `
<node>
  <interface name="org.wisestep.FocusedWindow">
    <method name="Get">
      <arg type="s" direction="out" name="application"/>
      <arg type="s" direction="out" name="title"/>
    </method>
    <signal name="Changed">
      <arg type="s" name="application"/>
      <arg type="s" name="title"/>
    </signal>
  </interface>
</node>`;

export default class FocusedWindowExtension extends Extension {
    enable() {
        this._window = null;
        this._watches = [];
        this._told = null;
        this._bus = Gio.DBusExportedObject.wrapJSObject(INTERFACE, this);
        this._bus.export(Gio.DBus.session, PATH);
        this._focus = global.display.connect('notify::focus-window', () => this._follow());
        this._follow();
    }

    // The shell also disables extensions while the screen is locked; then nothing is in front.
    disable() {
        global.display.disconnect(this._focus);
        this._letGo();
        this._tell();
        this._bus.flush();
        this._bus.unexport();
        this._bus = null;
    }

    // The method of the bus.
    Get() {
        return this._read();
    }

    _follow() {
        this._letGo();
        this._window = global.display.focus_window;
        if (this._window) {
            this._watches = [
                this._window.connect('notify::title', () => this._tell()),
                this._window.connect('notify::wm-class', () => this._tell()),
                this._window.connect('unmanaging', () => {
                    this._letGo();
                    this._tell();
                }),
            ];
        }
        this._tell();
    }

    _letGo() {
        for (const watch of this._watches)
            this._window.disconnect(watch);
        this._watches = [];
        this._window = null;
    }

    _tell() {
        const now = this._read();
        if (this._told && this._told[0] === now[0] && this._told[1] === now[1])
            return;
        this._told = now;
        this._bus.emit_signal('Changed', new GLib.Variant('(ss)', now));
    }

    // The desktop file's id where the shell knows one, else the window's class.
    _read() {
        if (!this._window || this._window.get_window_type() === Meta.WindowType.DESKTOP)
            return ['', ''];
        const app = Shell.WindowTracker.get_default().get_window_app(this._window);
        const id = app && !app.is_window_backed() ? app.get_id() : this._window.get_wm_class();
        return [id ?? '', this._window.get_title() ?? ''];
    }
}

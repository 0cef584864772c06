// Tells WiseStep Desktop which window is in front, whenever that or its caption changes. Runs inside KWin, of Plasma 5
// and 6; written for both engines, so only old words of the language. @SERVICE@ and @PATH@ are filled in when loaded.
(function () {
    var service = "@SERVICE@";
    var path = "@PATH@";
    var watched = {};

    // Plasma 5 hands some texts over as bytes.
    function text(value) {
        if (value === undefined || value === null) {
            return "";
        }
        if (typeof ArrayBuffer !== "undefined" && value instanceof ArrayBuffer) {
            var bytes = new Uint8Array(value);
            var quoted = "";
            for (var place = 0; place < bytes.length; place++) {
                quoted += "%" + (bytes[place] + 256).toString(16).slice(1);
            }
            try {
                return decodeURIComponent(quoted);
            } catch (problem) {
                return "";
            }
        }
        return String(value);
    }

    function tell(window) {
        if (!window || window.desktopWindow) {
            callDBus(service, path, "org.wisestep.Front", "Front", "", "", "", "");
            return;
        }
        callDBus(service, path, "org.wisestep.Front", "Front", text(window.internalId), text(window.caption),
                 text(window.resourceClass), text(window.desktopFileName));
    }

    function watch(window) {
        var id = window ? text(window.internalId) : "";
        if (!id || watched[id]) {
            return;
        }
        watched[id] = true;
        window.captionChanged.connect(function () {
            if (window.active) {
                tell(window);
            }
        });
    }

    function activated(window) {
        watch(window);
        tell(window);
    }

    function removed(window) {
        delete watched[window ? text(window.internalId) : ""];
    }

    (workspace.windowActivated || workspace.clientActivated).connect(activated);
    (workspace.windowRemoved || workspace.clientRemoved).connect(removed);
    activated(workspace.activeWindow === undefined ? workspace.activeClient : workspace.activeWindow);
})();

/* A program for the Windows tests: one window that does what it is told by lines on its standard input, and says what
   it did on its standard output. Titles come and go as hexadecimal UTF-16 units, so that any title can be had, also a
   broken one.

   probe.exe HANDLE HEX      the foreign window to live in or 0, and the title

   title HEX     set the title                                                  -> done
   count N       set N titles, "1 of N" to "N of N", and tell the event hooks   -> done
   front         say to the event hooks that this window came to the front      -> done
   noise N       say N times that something inside the window has another name  -> done
   open HEX      show a second window, titled                                   -> window HANDLE
   quit          end
*/
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

#define WM_TOLD (WM_APP + 1)

static HWND window;
static HINSTANCE self;

static void say(const char *text, unsigned long long number) {
    char line[64];
    DWORD written;
    int length = snprintf(line, sizeof line, text, number);
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), line, (DWORD)length, &written, NULL);
}

static wchar_t *decoded(const char *hex) {
    static wchar_t text[16384];
    size_t count = 0;
    char unit[5] = {0};
    for (; count < 16383 && hex[0] && hex[1] && hex[2] && hex[3]; hex += 4) {
        memcpy(unit, hex, 4);
        text[count++] = (wchar_t)strtoul(unit, NULL, 16);
    }
    text[count] = 0;
    return text;
}

static HWND made(const wchar_t *title, HWND parent) {
    DWORD style = parent ? WS_CHILD | WS_VISIBLE : WS_OVERLAPPEDWINDOW | WS_VISIBLE;
    return CreateWindowW(L"ProbeWindow", title, style, 60, 60, 400, 300, parent, NULL, self, NULL);
}

static void obey(const char *line) {
    if (!strncmp(line, "title ", 6)) {
        SetWindowTextW(window, decoded(line + 6));
        say("done\n", 0);
    } else if (!strncmp(line, "count ", 6)) {
        int wanted = atoi(line + 6);
        wchar_t title[64];
        for (int each = 1; each <= wanted; each++) {
            swprintf(title, 64, L"%d of %d", each, wanted);
            SetWindowTextW(window, title);
            NotifyWinEvent(EVENT_OBJECT_NAMECHANGE, window, OBJID_WINDOW, CHILDID_SELF); /* Wine tells nobody itself */
        }
        say("done\n", 0);
    } else if (!strcmp(line, "front")) {
        NotifyWinEvent(EVENT_SYSTEM_FOREGROUND, window, OBJID_WINDOW, CHILDID_SELF);
        say("done\n", 0);
    } else if (!strncmp(line, "noise ", 6)) {
        for (int left = atoi(line + 6); left > 0; left--) {
            NotifyWinEvent(EVENT_OBJECT_NAMECHANGE, window, OBJID_CLIENT, left);
        }
        say("done\n", 0);
    } else if (!strncmp(line, "open ", 5)) {
        say("window %llu\n", (unsigned long long)(ULONG_PTR)made(decoded(line + 5), NULL));
    } else {
        PostQuitMessage(0);
    }
}

static LRESULT CALLBACK procedure(HWND handle, UINT message, WPARAM wide, LPARAM line) {
    if (message == WM_TOLD) {
        obey((const char *)line);
        free((void *)line);
        return 0;
    }
    if (message == WM_DESTROY && handle == window) PostQuitMessage(0);
    return DefWindowProcW(handle, message, wide, line);
}

static DWORD WINAPI hear(void *unused) {
    static char line[70000];
    size_t length = 0;
    char byte;
    DWORD got;
    while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), &byte, 1, &got, NULL) && got) {
        if (byte == '\r') continue;
        if (byte != '\n') {
            if (length < sizeof line - 1) line[length++] = byte;
            continue;
        }
        line[length] = 0;
        length = 0;
        PostMessageW(window, WM_TOLD, 0, (LPARAM)_strdup(line));
    }
    PostMessageW(window, WM_TOLD, 0, (LPARAM)_strdup("quit")); /* whoever started us is gone */
    return 0;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR arguments, int show) {
    WNDCLASSW kind = {0};
    MSG message;
    static char title[65536];
    wchar_t *rest;
    HWND parent = (HWND)(ULONG_PTR)_wcstoui64(arguments, &rest, 10);
    while (*rest == L' ') rest++;
    wcstombs(title, rest, sizeof title - 1);
    self = instance;
    kind.lpfnWndProc = procedure;
    kind.hInstance = instance;
    kind.lpszClassName = L"ProbeWindow";
    kind.hbrBackground = (HBRUSH)(COLOR_WINDOW + 1);
    RegisterClassW(&kind);
    window = made(decoded(title), parent);
    if (!window) return 1;
    CreateThread(NULL, 0, hear, NULL, 0, NULL);
    say("window %llu\n", (unsigned long long)(ULONG_PTR)window);
    while (GetMessageW(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessageW(&message);
    }
    return 0;
}

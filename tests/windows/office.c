/* A stand-in for a running office program, for the Windows tests: an object in the table of running objects whose
   document property holds an object with a full name. Told what to do by lines on its standard input, as the probe is.

   office.exe CLASS-ID

   path HEX      the document's full name, as UTF-16 units in hexadecimal       -> done
   none          no document is in front                                        -> done
   number        the full name is a number, as no office program would have it  -> done
   hang          answer nobody from now on                                      -> done
   free          answer again                                                   -> done
   quit          end
*/
#define COBJMACROS
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <oleauto.h>
#include <stdio.h>
#include <stdlib.h>

enum { PROGRAM_DOCUMENT = 1, DOCUMENT_NAME = 2 };

static wchar_t full_name[16384];
static enum { NAMED, NONE, NUMBER } mode;
static HANDLE free_to_answer;
static volatile LONG references;

static HRESULT STDMETHODCALLTYPE query(IDispatch *self, REFIID wanted, void **made) {
    if (!IsEqualIID(wanted, &IID_IUnknown) && !IsEqualIID(wanted, &IID_IDispatch)) {
        *made = NULL;
        return E_NOINTERFACE;
    }
    InterlockedIncrement(&references);
    *made = self;
    return S_OK;
}

static ULONG STDMETHODCALLTYPE add(IDispatch *self) { return InterlockedIncrement(&references); }
static ULONG STDMETHODCALLTYPE drop(IDispatch *self) { return InterlockedDecrement(&references); }

static HRESULT STDMETHODCALLTYPE type_count(IDispatch *self, UINT *count) {
    *count = 0;
    return S_OK;
}

static HRESULT STDMETHODCALLTYPE type_info(IDispatch *self, UINT number, LCID language, ITypeInfo **info) {
    *info = NULL;
    return E_NOTIMPL;
}

static HRESULT STDMETHODCALLTYPE names(IDispatch *self, REFIID none, LPOLESTR *asked, UINT count, LCID language,
                                       DISPID *numbers) {
    if (count != 1) return E_INVALIDARG;
    if (!wcscmp(asked[0], L"ActiveDocument")) numbers[0] = PROGRAM_DOCUMENT;
    else if (!wcscmp(asked[0], L"FullName")) numbers[0] = DOCUMENT_NAME;
    else return DISP_E_UNKNOWNNAME;
    return S_OK;
}

static HRESULT STDMETHODCALLTYPE invoke(IDispatch *self, DISPID number, REFIID none, LCID language, WORD flags,
                                        DISPPARAMS *given, VARIANT *told, EXCEPINFO *trouble, UINT *argument) {
    WaitForSingleObject(free_to_answer, INFINITE);
    if (!(flags & DISPATCH_PROPERTYGET) || !told) return DISP_E_MEMBERNOTFOUND;
    if (number == PROGRAM_DOCUMENT) {
        if (mode == NONE) return RPC_E_CALL_REJECTED; /* what Word answers with a dialog open */
        V_VT(told) = VT_DISPATCH;
        V_DISPATCH(told) = self;
        IDispatch_AddRef(self);
        return S_OK;
    }
    V_VT(told) = VT_I4;
    V_I4(told) = 7;
    if (mode == NUMBER) return S_OK;
    V_VT(told) = VT_BSTR;
    V_BSTR(told) = SysAllocString(full_name);
    return S_OK;
}

static IDispatchVtbl table = {query, add, drop, type_count, type_info, names, invoke};
static IDispatch program = {&table};

static void say(const char *text) {
    DWORD written;
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, (DWORD)strlen(text), &written, NULL);
}

static void take_name(const char *hex) {
    size_t count = 0;
    char unit[5] = {0};
    for (; count < 16383 && hex[0] && hex[1] && hex[2] && hex[3]; hex += 4) {
        memcpy(unit, hex, 4);
        full_name[count++] = (wchar_t)strtoul(unit, NULL, 16);
    }
    full_name[count] = 0;
}

static int obeyed(const char *line) {
    if (!strncmp(line, "path ", 5)) {
        mode = NAMED;
        take_name(line + 5);
    } else if (!strcmp(line, "none")) {
        mode = NONE;
    } else if (!strcmp(line, "number")) {
        mode = NUMBER;
    } else if (!strcmp(line, "hang")) {
        ResetEvent(free_to_answer);
    } else if (!strcmp(line, "free")) {
        SetEvent(free_to_answer);
    } else {
        return 0;
    }
    say("done\n");
    return 1;
}

static void listen_to_orders(void) {
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
        if (!obeyed(line)) break;
    }
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR arguments, int show) {
    CLSID kind;
    DWORD registration;
    free_to_answer = CreateEventW(NULL, TRUE, TRUE, NULL);
    if (FAILED(CoInitializeEx(NULL, COINIT_MULTITHREADED)) || FAILED(CLSIDFromString(arguments, &kind))) return 1;
    if (FAILED(RegisterActiveObject((IUnknown *)&program, &kind, ACTIVEOBJECT_STRONG, &registration))) return 2;
    say("window 0\n");
    listen_to_orders();
    SetEvent(free_to_answer);
    RevokeActiveObject(registration, NULL);
    CoUninitialize();
    return 0;
}

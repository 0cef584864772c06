/* Wine has no icuuc.dll, which Qt 6.11 loads for text in old encodings. UTF-8 and UTF-16 need none of it: every
   converter is "not there" (4, U_MISSING_RESOURCE_ERROR is not read further by Qt than as a failure). */

#define EXPORTED __declspec(dllexport)

typedef void *pointer;

EXPORTED pointer ucnv_open(const char *name, int *error) { (void)name; if (error) *error = 4; return 0; }
EXPORTED void ucnv_close(pointer converter) { (void)converter; }
EXPORTED void ucnv_reset(pointer converter) { (void)converter; }
EXPORTED int ucnv_getMaxCharSize(pointer converter) { (void)converter; return 1; }
EXPORTED const char *ucnv_getName(pointer converter, int *error) { (void)converter; if (error) *error = 4; return 0; }
EXPORTED void ucnv_getToUCallBack(pointer converter, pointer *action, pointer *context)
{ (void)converter; *action = *context = 0; }
EXPORTED void ucnv_getFromUCallBack(pointer converter, pointer *action, pointer *context)
{ (void)converter; *action = *context = 0; }
EXPORTED void ucnv_setToUCallBack(pointer c, pointer a, pointer b, pointer *x, pointer *y, int *error)
{ (void)c; (void)a; (void)b; (void)x; (void)y; if (error) *error = 4; }
EXPORTED void ucnv_setFromUCallBack(pointer c, pointer a, pointer b, pointer *x, pointer *y, int *error)
{ (void)c; (void)a; (void)b; (void)x; (void)y; if (error) *error = 4; }
EXPORTED void ucnv_toUnicode(pointer c, pointer *t, pointer l, pointer *s, pointer k, pointer o, char f, int *error)
{ (void)c; (void)t; (void)l; (void)s; (void)k; (void)o; (void)f; if (error) *error = 4; }
EXPORTED void ucnv_fromUnicode(pointer c, pointer *t, pointer l, pointer *s, pointer k, pointer o, char f, int *error)
{ (void)c; (void)t; (void)l; (void)s; (void)k; (void)o; (void)f; if (error) *error = 4; }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{ (void)name; (void)standard; if (error) *error = 4; return 0; }
EXPORTED int ucnv_toUCountPending(pointer converter, int *error) { (void)converter; if (error) *error = 4; return -1; }
EXPORTED int ucnv_fromUCountPending(pointer converter, int *error) { (void)converter; if (error) *error = 4; return -1; }
EXPORTED void ucnv_cbToUWriteUChars(pointer a, pointer b, int l, int o, int *error)
{ (void)a; (void)b; (void)l; (void)o; if (error) *error = 4; }
EXPORTED void ucnv_cbFromUWriteUChars(pointer a, pointer b, int l, int o, int *error)
{ (void)a; (void)b; (void)l; (void)o; if (error) *error = 4; }
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}

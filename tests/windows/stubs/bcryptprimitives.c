/* Wine 8 has no bcryptprimitives.dll; programs that ask it for random bytes do not load without one. Tests only. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
    while (count) {
        ULONG some = count > 0x10000000 ? 0x10000000 : (ULONG)count;
        SystemFunction036(bytes, some);
        bytes += some;
        count -= some;
    }
    return TRUE;
}

#pragma once
#include <cblas.h>

/* The types of the functions that LetopisNeural looks up in the library when it loads it (see BLAS.swift). */
typedef __typeof__(&cblas_sgemm) letopis_sgemm;
typedef __typeof__(&openblas_set_num_threads) letopis_set_num_threads;
typedef __typeof__(&openblas_get_corename) letopis_get_corename;

/* Whether this processor has what OpenBLAS's SkylakeX kernels use. */
static inline int letopis_has_avx512(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#else
    return 0;
#endif
}

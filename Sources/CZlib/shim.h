#pragma once
#include <zlib.h>

/* inflateInit2 is a macro, which Swift cannot call. */
static inline int letopis_inflate_begin(z_stream *stream, int windowBits) { return inflateInit2(stream, windowBits); }

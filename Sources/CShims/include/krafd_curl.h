#ifndef KRAFD_CURL_H
#define KRAFD_CURL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libcurl sets and tells values by functions that take any type, which Swift cannot call. Its handles, options and codes
// have plain types here, so that only who imports libcurl itself sees its names.

/// Whether libcurl is on this machine; the first call loads it.
bool krafd_curl_is_there(void);

/// Takes `size * count` bytes that are valid during the call only; answers how many it took, or CURL_WRITEFUNC_PAUSE.
typedef size_t (*krafd_curl_sink)(char *bytes, size_t size, size_t count, void *context);

/// Each answers a CURLcode.
uint32_t krafd_curl_set_long(void *transfer, uint32_t option, long value);
uint32_t krafd_curl_set_text(void *transfer, uint32_t option, const char *value);
uint32_t krafd_curl_set_pointer(void *transfer, uint32_t option, void *value);
/// Copies `count` bytes as what is sent.
uint32_t krafd_curl_set_body(void *transfer, const void *bytes, size_t count);
/// `option` is CURLOPT_WRITEFUNCTION or CURLOPT_HEADERFUNCTION, `data` its companion.
uint32_t krafd_curl_set_sink(void *transfer, uint32_t option, uint32_t data, krafd_curl_sink sink, void *context);
/// The number under `info`; -1 where there is none.
long krafd_curl_long(void *transfer, uint32_t info);
/// How many bytes of the body were sent.
int64_t krafd_curl_sent(void *transfer);
/// The next transfer of a multi handle that ended, and how; NULL when there is none.
void *krafd_curl_ended(void *transfers, uint32_t *outcome);
#endif

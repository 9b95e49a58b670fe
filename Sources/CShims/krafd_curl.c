#define CURL_DISABLE_TYPECHECK
#include "krafd_curl_library.h"

uint32_t krafd_curl_set_long(void *transfer, uint32_t option, long value) {
  return krafd_curl.easy_setopt(transfer, (CURLoption)option, value);
}

uint32_t krafd_curl_set_text(void *transfer, uint32_t option, const char *value) {
  return krafd_curl.easy_setopt(transfer, (CURLoption)option, value);
}

uint32_t krafd_curl_set_pointer(void *transfer, uint32_t option, void *value) {
  return krafd_curl.easy_setopt(transfer, (CURLoption)option, value);
}

uint32_t krafd_curl_set_body(void *transfer, const void *bytes, size_t count) {
  CURLcode failure = krafd_curl.easy_setopt(transfer, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  return failure ? failure : krafd_curl.easy_setopt(transfer, CURLOPT_COPYPOSTFIELDS, bytes);
}

uint32_t krafd_curl_set_sink(void *transfer, uint32_t option, uint32_t data, krafd_curl_sink sink, void *context) {
  CURLcode failure = krafd_curl.easy_setopt(transfer, (CURLoption)option, sink);
  return failure ? failure : krafd_curl.easy_setopt(transfer, (CURLoption)data, context);
}

long krafd_curl_long(void *transfer, uint32_t info) {
  long value = -1;
  return krafd_curl.easy_getinfo(transfer, (CURLINFO)info, &value) == CURLE_OK ? value : -1;
}

int64_t krafd_curl_sent(void *transfer) {
  curl_off_t count = 0;
  return krafd_curl.easy_getinfo(transfer, CURLINFO_SIZE_UPLOAD_T, &count) == CURLE_OK ? count : 0;
}

void *krafd_curl_ended(void *transfers, uint32_t *outcome) {
  int left = 0;
  for (CURLMsg *message; (message = krafd_curl.multi_info_read(transfers, &left));) {
    if (message->msg != CURLMSG_DONE) continue;
    *outcome = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}

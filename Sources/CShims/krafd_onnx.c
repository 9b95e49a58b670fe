#define _GNU_SOURCE
#include "krafd_onnx.h"

#include <dlfcn.h>
#include <stdio.h>

/// Where each function stands in the table.
enum {
  GET_ERROR_MESSAGE = 2,
  CREATE_ENV = 3,
  DISABLE_TELEMETRY = 6,
  CREATE_SESSION_FROM_ARRAY = 8,
  RUN = 9,
  CREATE_SESSION_OPTIONS = 10,
  SET_INTRA_OP_THREADS = 24,
  SET_INTER_OP_THREADS = 25,
  INPUT_COUNT = 30,
  OUTPUT_COUNT = 31,
  INPUT_TYPE = 33,
  OUTPUT_TYPE = 34,
  INPUT_NAME = 36,
  OUTPUT_NAME = 37,
  CREATE_RUN_OPTIONS = 39,
  SET_TERMINATE = 46,
  CREATE_TENSOR_WITH_DATA = 49,
  IS_TENSOR = 50,
  TENSOR_DATA = 51,
  CAST_TO_TENSOR_INFO = 55,
  ELEMENT_TYPE = 60,
  DIMENSION_COUNT = 61,
  DIMENSIONS = 62,
  TENSOR_TYPE_AND_SHAPE = 65,
  CREATE_CPU_MEMORY = 69,
  ALLOCATOR_FREE = 76,
  DEFAULT_ALLOCATOR = 78,
  RELEASE_STATUS = 93,
  RELEASE_MEMORY = 94,
  RELEASE_SESSION = 95,
  RELEASE_VALUE = 96,
  RELEASE_RUN_OPTIONS = 97,
  RELEASE_TYPE = 98,
  RELEASE_SHAPE = 99,
  RELEASE_SESSION_OPTIONS = 100,
};

struct krafd_onnx {
  void (*functions[101])(void);
};

/// What the library's only exported function answers.
typedef struct {
  const krafd_onnx *(*table)(uint32_t version);
  const char *(*version)(void);
} entry;

/// The function at a place of the table, as one that takes these parameters and answers null or a failure.
#define AT(place, ...) ((krafd_onnx_failure * (*)(__VA_ARGS__)) onnx->functions[place])

const krafd_onnx *krafd_onnx_table(void *library) {
  const entry *(*enter)(void) = (const entry *(*)(void))dlsym(library, "OrtGetApiBase");
  const entry *found = enter ? enter() : NULL;
  return found ? found->table(1) : NULL;
}

void krafd_onnx_release(const krafd_onnx *onnx, krafd_onnx_kind kind, void *thing) {
  static const int places[] = {
      [KRAFD_ONNX_FAILURE] = RELEASE_STATUS,
      [KRAFD_ONNX_MEMORY] = RELEASE_MEMORY,
      [KRAFD_ONNX_SESSION] = RELEASE_SESSION,
      [KRAFD_ONNX_VALUE] = RELEASE_VALUE,
      [KRAFD_ONNX_RUN_OPTIONS] = RELEASE_RUN_OPTIONS,
      [KRAFD_ONNX_TYPE] = RELEASE_TYPE,
      [KRAFD_ONNX_SHAPE] = RELEASE_SHAPE,
      [KRAFD_ONNX_SESSION_OPTIONS] = RELEASE_SESSION_OPTIONS,
  };
  if (thing) ((void (*)(void *))onnx->functions[places[kind]])(thing);
}

const char *krafd_onnx_words(const krafd_onnx *onnx, const krafd_onnx_failure *failure) {
  return ((const char *(*)(const krafd_onnx_failure *))onnx->functions[GET_ERROR_MESSAGE])(failure);
}

krafd_onnx_failure *krafd_onnx_make_world(const krafd_onnx *onnx, krafd_onnx_world **world) {
  // 4: only what is fatal is written on standard error.
  krafd_onnx_failure *failure = AT(CREATE_ENV, int, const char *, krafd_onnx_world **)(4, "krafd", world);
  return failure ? failure : AT(DISABLE_TELEMETRY, const krafd_onnx_world *)(*world);
}

krafd_onnx_failure *krafd_onnx_make_options(const krafd_onnx *onnx, krafd_onnx_session_options **options) {
  krafd_onnx_failure *failure = AT(CREATE_SESSION_OPTIONS, krafd_onnx_session_options **)(options);
  if (!failure) failure = AT(SET_INTRA_OP_THREADS, krafd_onnx_session_options *, int)(*options, 1);
  if (!failure) failure = AT(SET_INTER_OP_THREADS, krafd_onnx_session_options *, int)(*options, 1);
  return failure;
}

krafd_onnx_failure *krafd_onnx_load(
    const krafd_onnx *onnx, const krafd_onnx_world *world, const void *bytes, size_t count,
    const krafd_onnx_session_options *options, krafd_onnx_session **session) {
  return AT(
      CREATE_SESSION_FROM_ARRAY, const krafd_onnx_world *, const void *, size_t, const krafd_onnx_session_options *,
      krafd_onnx_session **)(world, bytes, count, options, session);
}

krafd_onnx_failure *krafd_onnx_count(
    const krafd_onnx *onnx, const krafd_onnx_session *session, krafd_onnx_side side, size_t *count) {
  return AT(side == KRAFD_ONNX_INPUT ? INPUT_COUNT : OUTPUT_COUNT, const krafd_onnx_session *, size_t *)(
      session, count);
}

krafd_onnx_failure *krafd_onnx_name(
    const krafd_onnx *onnx, const krafd_onnx_session *session, krafd_onnx_side side, size_t index, char *name,
    size_t capacity) {
  krafd_onnx_allocator *allocator = NULL;
  char *found = NULL;
  krafd_onnx_failure *failure = AT(DEFAULT_ALLOCATOR, krafd_onnx_allocator **)(&allocator);
  if (failure) return failure;
  failure = AT(
      side == KRAFD_ONNX_INPUT ? INPUT_NAME : OUTPUT_NAME, const krafd_onnx_session *, size_t, krafd_onnx_allocator *,
      char **)(session, index, allocator, &found);
  if (failure) return failure;
  snprintf(name, capacity, "%s", found);
  return AT(ALLOCATOR_FREE, krafd_onnx_allocator *, void *)(allocator, found);
}

krafd_onnx_failure *krafd_onnx_describe(
    const krafd_onnx *onnx, const krafd_onnx_session *session, krafd_onnx_side side, size_t index,
    krafd_onnx_type **type) {
  return AT(
      side == KRAFD_ONNX_INPUT ? INPUT_TYPE : OUTPUT_TYPE, const krafd_onnx_session *, size_t, krafd_onnx_type **)(
      session, index, type);
}

krafd_onnx_failure *krafd_onnx_type_shape(
    const krafd_onnx *onnx, const krafd_onnx_type *type, const krafd_onnx_shape **shape) {
  return AT(CAST_TO_TENSOR_INFO, const krafd_onnx_type *, const krafd_onnx_shape **)(type, shape);
}

krafd_onnx_failure *krafd_onnx_number_kind(const krafd_onnx *onnx, const krafd_onnx_shape *shape, int *kind) {
  return AT(ELEMENT_TYPE, const krafd_onnx_shape *, int *)(shape, kind);
}

krafd_onnx_failure *krafd_onnx_rank(const krafd_onnx *onnx, const krafd_onnx_shape *shape, size_t *rank) {
  return AT(DIMENSION_COUNT, const krafd_onnx_shape *, size_t *)(shape, rank);
}

krafd_onnx_failure *krafd_onnx_sides(
    const krafd_onnx *onnx, const krafd_onnx_shape *shape, int64_t *sides, size_t count) {
  return AT(DIMENSIONS, const krafd_onnx_shape *, int64_t *, size_t)(shape, sides, count);
}

krafd_onnx_failure *krafd_onnx_make_memory(const krafd_onnx *onnx, krafd_onnx_memory **memory) {
  // An allocator without an arena, and memory of no special use.
  return AT(CREATE_CPU_MEMORY, int, int, krafd_onnx_memory **)(0, 0, memory);
}

krafd_onnx_failure *krafd_onnx_make_tensor(
    const krafd_onnx *onnx, const krafd_onnx_memory *memory, float *values, size_t count, const int64_t *sides,
    size_t rank, krafd_onnx_value **tensor) {
  return AT(
      CREATE_TENSOR_WITH_DATA, const krafd_onnx_memory *, void *, size_t, const int64_t *, size_t, int,
      krafd_onnx_value **)(memory, values, count * sizeof(float), sides, rank, KRAFD_ONNX_FLOAT, tensor);
}

krafd_onnx_failure *krafd_onnx_make_run(const krafd_onnx *onnx, krafd_onnx_run_options **run) {
  return AT(CREATE_RUN_OPTIONS, krafd_onnx_run_options **)(run);
}

krafd_onnx_failure *krafd_onnx_stop(const krafd_onnx *onnx, krafd_onnx_run_options *run) {
  return AT(SET_TERMINATE, krafd_onnx_run_options *)(run);
}

krafd_onnx_failure *krafd_onnx_run(
    const krafd_onnx *onnx, krafd_onnx_session *session, const krafd_onnx_run_options *run, const char *input_name,
    const krafd_onnx_value *input, const char *output_name, krafd_onnx_value **output) {
  return AT(
      RUN, krafd_onnx_session *, const krafd_onnx_run_options *, const char *const *, const krafd_onnx_value *const *,
      size_t, const char *const *, size_t, krafd_onnx_value **)(
      session, run, &input_name, &input, 1, &output_name, 1, output);
}

krafd_onnx_failure *krafd_onnx_is_tensor(const krafd_onnx *onnx, const krafd_onnx_value *value, int *answer) {
  return AT(IS_TENSOR, const krafd_onnx_value *, int *)(value, answer);
}

krafd_onnx_failure *krafd_onnx_value_shape(
    const krafd_onnx *onnx, const krafd_onnx_value *tensor, krafd_onnx_shape **shape) {
  return AT(TENSOR_TYPE_AND_SHAPE, const krafd_onnx_value *, krafd_onnx_shape **)(tensor, shape);
}

krafd_onnx_failure *krafd_onnx_values(const krafd_onnx *onnx, krafd_onnx_value *tensor, float **values) {
  return AT(TENSOR_DATA, krafd_onnx_value *, void **)(tensor, (void **)values);
}

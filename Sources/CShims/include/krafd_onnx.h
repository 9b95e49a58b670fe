#ifndef KRAFD_ONNX_H
#define KRAFD_ONNX_H
#include <stddef.h>
#include <stdint.h>

// The part of ONNX Runtime's C interface that krafd calls. The library is opened at run time and hands out a table of
// functions, which is only ever added to: a function's place in it, once released, never changes. All places here are
// of the table's first version. Nothing of the library is needed to build krafd.
//
// Calls that can fail answer null, or a failure that the caller reads and releases.

/// The table of functions.
typedef struct krafd_onnx krafd_onnx;
/// Why a call failed.
typedef struct krafd_onnx_failure krafd_onnx_failure;
/// What all sessions of a process share.
typedef struct krafd_onnx_world krafd_onnx_world;
typedef struct krafd_onnx_session_options krafd_onnx_session_options;
/// A loaded model; it may be run on several threads at a time.
typedef struct krafd_onnx_session krafd_onnx_session;
/// A handle by which one run is stopped from another thread.
typedef struct krafd_onnx_run_options krafd_onnx_run_options;
/// What an input takes or an output gives.
typedef struct krafd_onnx_type krafd_onnx_type;
/// The kind of numbers of a tensor, and its shape.
typedef struct krafd_onnx_shape krafd_onnx_shape;
typedef struct krafd_onnx_value krafd_onnx_value;
typedef struct krafd_onnx_memory krafd_onnx_memory;
/// The allocator of the texts that the library answers; owned by the library.
typedef struct krafd_onnx_allocator krafd_onnx_allocator;

enum {
  /// The kind of tensors of 32-bit floating point numbers.
  KRAFD_ONNX_FLOAT = 1,
};

/// The two sides of a model.
typedef enum { KRAFD_ONNX_INPUT, KRAFD_ONNX_OUTPUT } krafd_onnx_side;

/// What can be let go of.
typedef enum {
  KRAFD_ONNX_FAILURE,
  KRAFD_ONNX_MEMORY,
  KRAFD_ONNX_SESSION,
  KRAFD_ONNX_VALUE,
  KRAFD_ONNX_RUN_OPTIONS,
  KRAFD_ONNX_TYPE,
  KRAFD_ONNX_SHAPE,
  KRAFD_ONNX_SESSION_OPTIONS,
} krafd_onnx_kind;

/// The table of a library that `dlopen` gave, or null when it is not ONNX Runtime.
const krafd_onnx *krafd_onnx_table(void *library);

/// Lets go of one thing; null is nothing.
void krafd_onnx_release(const krafd_onnx *onnx, krafd_onnx_kind kind, void *thing);

/// The failure's words, valid until it is released.
const char *krafd_onnx_words(const krafd_onnx *onnx, const krafd_onnx_failure *failure);

/// Makes what sessions share: quiet, and without reports to anybody. There is one for the whole life of a process.
krafd_onnx_failure *krafd_onnx_make_world(const krafd_onnx *onnx, krafd_onnx_world **world);

/// Makes options for sessions that compute on the calling thread only.
krafd_onnx_failure *krafd_onnx_make_options(const krafd_onnx *onnx, krafd_onnx_session_options **options);

/// Loads a model from the bytes of its file, which are not needed afterwards.
krafd_onnx_failure *krafd_onnx_load(
    const krafd_onnx *onnx, const krafd_onnx_world *world, const void *bytes, size_t count,
    const krafd_onnx_session_options *options, krafd_onnx_session **session);

/// How many inputs or outputs a model has.
krafd_onnx_failure *krafd_onnx_count(
    const krafd_onnx *onnx, const krafd_onnx_session *session, krafd_onnx_side side, size_t *count);

/// Copies the name of an input or output, ended by a zero and cut to fit `capacity` bytes.
krafd_onnx_failure *krafd_onnx_name(
    const krafd_onnx *onnx, const krafd_onnx_session *session, krafd_onnx_side side, size_t index, char *name,
    size_t capacity);

/// What an input or output is.
krafd_onnx_failure *krafd_onnx_describe(
    const krafd_onnx *onnx, const krafd_onnx_session *session, krafd_onnx_side side, size_t index,
    krafd_onnx_type **type);

/// The shape inside a type, valid as long as the type; null when it is not a tensor.
krafd_onnx_failure *krafd_onnx_type_shape(
    const krafd_onnx *onnx, const krafd_onnx_type *type, const krafd_onnx_shape **shape);

/// The kind of numbers; KRAFD_ONNX_FLOAT is the one that krafd knows.
krafd_onnx_failure *krafd_onnx_number_kind(const krafd_onnx *onnx, const krafd_onnx_shape *shape, int *kind);

/// How many sides a shape has.
krafd_onnx_failure *krafd_onnx_rank(const krafd_onnx *onnx, const krafd_onnx_shape *shape, size_t *rank);

/// Copies the first `count` sides of a shape; -1 stands for any length.
krafd_onnx_failure *krafd_onnx_sides(
    const krafd_onnx *onnx, const krafd_onnx_shape *shape, int64_t *sides, size_t count);

/// Describes the process's own memory.
krafd_onnx_failure *krafd_onnx_make_memory(const krafd_onnx *onnx, krafd_onnx_memory **memory);

/// Makes a tensor of floats over memory of the caller, which must outlive it.
krafd_onnx_failure *krafd_onnx_make_tensor(
    const krafd_onnx *onnx, const krafd_onnx_memory *memory, float *values, size_t count, const int64_t *sides,
    size_t rank, krafd_onnx_value **tensor);

krafd_onnx_failure *krafd_onnx_make_run(const krafd_onnx *onnx, krafd_onnx_run_options **run);

/// Makes a run fail soon, from any thread.
krafd_onnx_failure *krafd_onnx_stop(const krafd_onnx *onnx, krafd_onnx_run_options *run);

/// Runs a model from one input to one output.
krafd_onnx_failure *krafd_onnx_run(
    const krafd_onnx *onnx, krafd_onnx_session *session, const krafd_onnx_run_options *run, const char *input_name,
    const krafd_onnx_value *input, const char *output_name, krafd_onnx_value **output);

/// Not 0 in `answer` if a value is a tensor.
krafd_onnx_failure *krafd_onnx_is_tensor(const krafd_onnx *onnx, const krafd_onnx_value *value, int *answer);

/// The shape of a tensor.
krafd_onnx_failure *krafd_onnx_value_shape(
    const krafd_onnx *onnx, const krafd_onnx_value *tensor, krafd_onnx_shape **shape);

/// The numbers of a tensor, valid as long as the tensor.
krafd_onnx_failure *krafd_onnx_values(const krafd_onnx *onnx, krafd_onnx_value *tensor, float **values);

#endif

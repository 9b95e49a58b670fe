#include "krafd_png.h"

#include <png.h>
#include <string.h>

typedef struct {
  const krafd_png_source *source;
  krafd_fault *fault;
  size_t taken;
  png_structp png;
  png_infop info;
} png_reader;

static void refuse(png_structp png, png_const_charp message) {
  png_reader *reader = png_get_error_ptr(png);
  krafd_note(reader->fault, KRAFD_DAMAGED, reader->taken, message);
  png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void take(png_structp png, png_bytep target, size_t count) {
  png_reader *reader = png_get_io_ptr(png);
  if (count > reader->source->count - reader->taken) {
    reader->taken = reader->source->count;
    png_error(png, "the file ends early");
  }
  memcpy(target, reader->source->bytes + reader->taken, count);
  reader->taken += count;
}

static void set_limits(png_reader *reader) {
  static const png_byte skipped[] = "tEXt\0zTXt\0iTXt\0sPLT\0hIST";
  png_set_user_limits(reader->png, 0x7fffffff, 0x7fffffff);
  png_set_chunk_malloc_max(reader->png, reader->source->max_chunk_bytes);
  png_set_chunk_cache_max(reader->png, 64);
  png_set_keep_unknown_chunks(reader->png, PNG_HANDLE_CHUNK_NEVER, skipped, 5);
}

static void set_layout(png_reader *reader) {
  png_structp png = reader->png;
  if (reader->source->channels == 1) {
    png_set_expand_gray_1_2_4_to_8(png);
    png_set_scale_16(png);
    png_set_strip_alpha(png);
  } else {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
  }
}

static void hand_over_profile(png_reader *reader) {
  png_charp name;
  int compression;
  png_bytep bytes;
  png_uint_32 count;
  if (png_get_iCCP(reader->png, reader->info, &name, &compression, &bytes, &count) != 0)
    reader->source->profile(reader->source->context, bytes, count);
}

static void read_rows(png_reader *reader) {
  const krafd_png_source *source = reader->source;
  size_t row_bytes = (size_t)source->width * (size_t)source->channels;
  int passes = png_set_interlace_handling(reader->png);
  png_read_update_info(reader->png, reader->info);
  if (png_get_rowbytes(reader->png, reader->info) != row_bytes) png_error(reader->png, "unexpected layout of rows");
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < source->height; y++) {
      if (y % 32 == 0 && source->poll(source->context) != 0) {
        krafd_note(reader->fault, KRAFD_STOPPED, reader->taken, "stopped");
        png_longjmp(reader->png, 1);
      }
      png_read_row(reader->png, source->pixels + y * row_bytes, NULL);
    }
  }
  png_read_end(reader->png, NULL);
}

static void read_picture(png_reader *reader) {
  if (setjmp(png_jmpbuf(reader->png)) != 0) return;
  set_limits(reader);
  png_set_read_fn(reader->png, reader, take);
  png_read_info(reader->png, reader->info);
  if (png_get_image_width(reader->png, reader->info) != reader->source->width ||
      png_get_image_height(reader->png, reader->info) != reader->source->height)
    png_error(reader->png, "two headers disagree about the size");
  hand_over_profile(reader);
  set_layout(reader);
  read_rows(reader);
}

void krafd_png_read(const krafd_png_source *source, krafd_fault *fault) {
  png_reader reader = {.source = source, .fault = fault};
  memset(fault, 0, sizeof *fault);
  reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, refuse, ignore);
  reader.info = reader.png != NULL ? png_create_info_struct(reader.png) : NULL;
  if (reader.info != NULL)
    read_picture(&reader);
  else
    krafd_note(fault, KRAFD_DAMAGED, 0, "no memory for the PNG reader");
  png_destroy_read_struct(&reader.png, &reader.info, NULL);
}

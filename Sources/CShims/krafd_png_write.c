#include "krafd_png.h"

#include <png.h>
#include <string.h>

typedef struct {
  const krafd_png_target *target;
  krafd_fault *fault;
  png_structp png;
  png_infop info;
} png_writer;

static void refuse(png_structp png, png_const_charp message) {
  png_writer *writer = png_get_error_ptr(png);
  krafd_note(writer->fault, KRAFD_DAMAGED, 0, message);
  png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void put(png_structp png, png_bytep bytes, size_t count) {
  png_writer *writer = png_get_io_ptr(png);
  writer->target->sink(writer->target->context, bytes, count);
}

static void flush(png_structp png) { (void)png; }

static int color_type(const krafd_png_target *target) {
  if (target->channels == 1) return PNG_COLOR_TYPE_GRAY;
  return target->drops_alpha ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA;
}

// Masks are mostly flat, and flat rows are smallest as they are. Averages and Paeth's predictor cost more time than the
// little that they save is worth, but where size is what was asked for.
static int filters(const krafd_png_target *target) {
  if (target->channels == 1) return PNG_FILTER_NONE;
  return target->level < 6 ? PNG_FILTER_NONE | PNG_FILTER_SUB | PNG_FILTER_UP : PNG_ALL_FILTERS;
}

static void write_picture(png_writer *writer) {
  const krafd_png_target *target = writer->target;
  png_structp png = writer->png;
  if (setjmp(png_jmpbuf(png)) != 0) return;
  png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
  png_set_write_fn(png, writer, put, flush);
  png_set_compression_level(png, target->level);
  png_set_compression_buffer_size(png, 1 << 16);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, filters(target));
  png_set_IHDR(png, writer->info, target->width, target->height, 8, color_type(target), PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, writer->info, PNG_sRGB_INTENT_RELATIVE);
  png_write_info(png, writer->info);
  if (target->channels == 4 && target->drops_alpha) png_set_filler(png, 0, PNG_FILLER_AFTER);
  size_t row_bytes = (size_t)target->width * (size_t)target->channels;
  for (uint32_t y = 0; y < target->height; y++) {
    if (y % 32 == 0 && target->poll(target->context) != 0) {
      krafd_note(writer->fault, KRAFD_STOPPED, 0, "stopped");
      png_longjmp(png, 1);
    }
    png_write_row(png, target->pixels + y * row_bytes);
  }
  png_write_end(png, writer->info);
}

void krafd_png_write(const krafd_png_target *target, krafd_fault *fault) {
  png_writer writer = {.target = target, .fault = fault};
  memset(fault, 0, sizeof *fault);
  writer.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer, refuse, ignore);
  writer.info = writer.png != NULL ? png_create_info_struct(writer.png) : NULL;
  if (writer.info != NULL)
    write_picture(&writer);
  else
    krafd_note(fault, KRAFD_DAMAGED, 0, "no memory for the PNG writer");
  png_destroy_write_struct(&writer.png, &writer.info);
}

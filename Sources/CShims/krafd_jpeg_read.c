#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <string.h>

#include "krafd_jpeg.h"

typedef struct {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_source_mgr input;
  struct jpeg_progress_mgr progress;
  jmp_buf escape;
  const krafd_jpeg_source *source;
  krafd_fault *fault;
} jpeg_reader;

static void leave(jpeg_reader *reader, int outcome, const char *detail) {
  krafd_note(reader->fault, outcome, reader->source->count - reader->input.bytes_in_buffer, detail);
  longjmp(reader->escape, 1);
}

static void refuse(j_common_ptr jpeg) {
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  leave(jpeg->client_data, KRAFD_DAMAGED, message);
}

/// Warnings that mean lost pixels are errors here; the others are only about form.
static void weigh(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  switch (jpeg->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_JPEG_EOF:
    case JWRN_NOT_SEQUENTIAL:
      refuse(jpeg);
      break;
    default:
      // The codes of arithmetic coding come last; they exist only where the library was built with it.
      if (jpeg->err->msg_code > JWRN_TOO_MUCH_DATA) refuse(jpeg);
  }
}

static void start_input(j_decompress_ptr jpeg) { (void)jpeg; }

static boolean fill_input(j_decompress_ptr jpeg) {
  jpeg->src->bytes_in_buffer = 0;
  leave(jpeg->client_data, KRAFD_DAMAGED, "the file ends early");
  return FALSE;
}

static void skip_input(j_decompress_ptr jpeg, long count) {
  if (count <= 0) return;
  if ((size_t)count > jpeg->src->bytes_in_buffer) fill_input(jpeg);
  jpeg->src->next_input_byte += count;
  jpeg->src->bytes_in_buffer -= (size_t)count;
}

static void watch(j_common_ptr jpeg) {
  jpeg_reader *reader = jpeg->client_data;
  if (reader->jpeg.input_scan_number > reader->source->max_scans)
    leave(reader, KRAFD_DAMAGED, "more scans than a picture needs");
  if (reader->source->poll(reader->source->context) != 0) leave(reader, KRAFD_STOPPED, "stopped");
}

static void connect_input(jpeg_reader *reader) {
  reader->input.next_input_byte = reader->source->bytes;
  reader->input.bytes_in_buffer = reader->source->count;
  reader->input.init_source = start_input;
  reader->input.fill_input_buffer = fill_input;
  reader->input.skip_input_data = skip_input;
  reader->input.resync_to_restart = jpeg_resync_to_restart;
  reader->input.term_source = start_input;
  reader->jpeg.src = &reader->input;
  reader->progress.progress_monitor = watch;
  reader->jpeg.progress = &reader->progress;
}

static void choose_output(jpeg_reader *reader) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  jpeg->out_color_space = reader->source->as_cmyk ? JCS_CMYK : JCS_EXT_RGBA;
  jpeg->scale_num = (unsigned)reader->source->eighths;
  jpeg->scale_denom = 8;
  jpeg_calc_output_dimensions(jpeg);
  if (jpeg->output_width != reader->source->width || jpeg->output_height != reader->source->height)
    leave(reader, KRAFD_DAMAGED, "two headers disagree about the size");
}

static void read_picture(jpeg_reader *reader) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  if (setjmp(reader->escape) != 0) return;
  jpeg_create_decompress(jpeg);
  jpeg->client_data = reader;
  connect_input(reader);
  jpeg_read_header(jpeg, TRUE);
  choose_output(reader);
  jpeg_start_decompress(jpeg);
  size_t row_bytes = (size_t)jpeg->output_width * 4;
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW rows[8];
    unsigned left = jpeg->output_height - jpeg->output_scanline, count = left < 8 ? left : 8;
    for (unsigned i = 0; i < count; i++) rows[i] = reader->source->pixels + (jpeg->output_scanline + i) * row_bytes;
    jpeg_read_scanlines(jpeg, rows, count);
  }
  jpeg_finish_decompress(jpeg);
}

void krafd_jpeg_read(const krafd_jpeg_source *source, krafd_fault *fault) {
  jpeg_reader reader = {.source = source, .fault = fault};
  memset(fault, 0, sizeof *fault);
  reader.jpeg.err = jpeg_std_error(&reader.errors);
  reader.jpeg.client_data = &reader;
  reader.errors.error_exit = refuse;
  reader.errors.emit_message = weigh;
  read_picture(&reader);
  jpeg_destroy_decompress(&reader.jpeg);
}

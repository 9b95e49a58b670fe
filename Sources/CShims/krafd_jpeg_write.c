#include <stdio.h>

#include <jpeglib.h>
#include <setjmp.h>
#include <string.h>

#include "krafd_jpeg.h"

enum { PIECE = 1 << 15 };

typedef struct {
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_destination_mgr output;
  jmp_buf escape;
  const krafd_jpeg_target *target;
  krafd_fault *fault;
  uint8_t piece[PIECE];
} jpeg_writer;

static void refuse(j_common_ptr jpeg) {
  jpeg_writer *writer = jpeg->client_data;
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  krafd_note(writer->fault, KRAFD_DAMAGED, 0, message);
  longjmp(writer->escape, 1);
}

static void ignore(j_common_ptr jpeg, int level) {
  (void)jpeg;
  (void)level;
}

static void empty_piece(jpeg_writer *writer) {
  writer->output.next_output_byte = writer->piece;
  writer->output.free_in_buffer = PIECE;
}

static void start_output(j_compress_ptr jpeg) { empty_piece(jpeg->client_data); }

static boolean hand_over_piece(j_compress_ptr jpeg) {
  jpeg_writer *writer = jpeg->client_data;
  writer->target->sink(writer->target->context, writer->piece, PIECE);
  empty_piece(writer);
  return TRUE;
}

static void end_output(j_compress_ptr jpeg) {
  jpeg_writer *writer = jpeg->client_data;
  writer->target->sink(writer->target->context, writer->piece, PIECE - writer->output.free_in_buffer);
}

static void choose_settings(jpeg_writer *writer) {
  struct jpeg_compress_struct *jpeg = &writer->jpeg;
  const krafd_jpeg_target *target = writer->target;
  jpeg->image_width = target->width;
  jpeg->image_height = target->height;
  jpeg->input_components = target->channels;
  jpeg->in_color_space = target->channels == 4 ? JCS_EXT_RGBX : JCS_GRAYSCALE;
  jpeg_set_defaults(jpeg);
  jpeg_set_quality(jpeg, target->quality, TRUE);
  jpeg->comp_info[0].h_samp_factor = target->channels == 4 ? target->chroma_step : 1;
  jpeg->comp_info[0].v_samp_factor = target->channels == 4 ? target->chroma_step : 1;
  jpeg->optimize_coding = target->optimized ? TRUE : FALSE;
}

static void write_picture(jpeg_writer *writer) {
  struct jpeg_compress_struct *jpeg = &writer->jpeg;
  const krafd_jpeg_target *target = writer->target;
  if (setjmp(writer->escape) != 0) return;
  jpeg_create_compress(jpeg);
  jpeg->client_data = writer;
  writer->output.init_destination = start_output;
  writer->output.empty_output_buffer = hand_over_piece;
  writer->output.term_destination = end_output;
  jpeg->dest = &writer->output;
  choose_settings(writer);
  jpeg_start_compress(jpeg, TRUE);
  size_t row_bytes = (size_t)target->width * (size_t)target->channels;
  while (jpeg->next_scanline < jpeg->image_height) {
    if (jpeg->next_scanline % 32 == 0 && target->poll(target->context) != 0) {
      krafd_note(writer->fault, KRAFD_STOPPED, 0, "stopped");
      longjmp(writer->escape, 1);
    }
    JSAMPROW row = (JSAMPROW)target->pixels + jpeg->next_scanline * row_bytes;
    jpeg_write_scanlines(jpeg, &row, 1);
  }
  jpeg_finish_compress(jpeg);
}

void krafd_jpeg_write(const krafd_jpeg_target *target, krafd_fault *fault) {
  jpeg_writer writer;
  memset(&writer, 0, offsetof(jpeg_writer, piece));
  writer.target = target;
  writer.fault = fault;
  memset(fault, 0, sizeof *fault);
  writer.jpeg.err = jpeg_std_error(&writer.errors);
  writer.jpeg.client_data = &writer;
  writer.errors.error_exit = refuse;
  writer.errors.emit_message = ignore;
  write_picture(&writer);
  jpeg_destroy_compress(&writer.jpeg);
}

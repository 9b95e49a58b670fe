/// The contour of a coarse mask with what is known of both its sides; several stages work along it.
struct Contour {
  /// The picture that the mask belongs to.
  let picture: WorkingPicture
  /// The picture's size.
  let grid: Grid
  /// Signed distance to the contour in coarse px, positive inside.
  let distance: [Float]
  /// The colors beside it.
  let sides: LocalColors

  init(of mask: [Bool], in picture: WorkingPicture) {
    self.picture = picture
    grid = Grid(width: picture.width, height: picture.height)
    distance = grid.signedDistance(to: mask)
    sides = LocalColors(picture: picture, distance: distance, grid: grid)
  }
}

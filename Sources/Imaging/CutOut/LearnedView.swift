internal import Glibc

/// What the network, or a user's own model, makes of a photo, at the size of the working picture.
struct LearnedView: Sendable {
  /// How likely every pixel belongs to the product, as a logit, row by row.
  let logits: [Float]
  /// The same, 0...1.
  let likelihood: [Float]
  /// The length of a row.
  let width: Int

  /// The looks at a photo, brought to the size of a working picture of it.
  init(_ looks: Looks, for picture: WorkingPicture) {
    width = picture.width
    logits = looks.mean(width: picture.width, height: picture.height)
    likelihood = logits.map { 0.5 + 0.5 * tanhf(0.5 * $0) }
  }

  /// How much a mask agrees with the view: shared likelihood over united likelihood, 0...1.
  func agreement(with mask: [Bool]) -> Float {
    var shared: Float = 0
    var united: Float = 0
    for index in mask.indices {
      let likely = likelihood[index]
      shared += mask[index] ? likely : 0
      united += mask[index] ? 1 : likely
    }
    return united == 0 ? 1 : shared / united
  }
}

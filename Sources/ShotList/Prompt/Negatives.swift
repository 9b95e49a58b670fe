/// What to ask for in the place of something that is not wanted: many models make likelier what they are told to avoid.
enum Negatives {
  /// The wish that stands for “no `unwanted`”; nil where none is known.
  static func wish(insteadOf unwanted: String) -> String? {
    let key = unwanted.lowercased().trimmingSuffix { !$0.isLetter }
    // Of several that end it, the longest says the most; a dictionary has no order of its own.
    let ends = wishes.filter { key == $0.key || key.hasSuffix(" " + $0.key) }
    return ends.max { $0.key.utf8.count < $1.key.utf8.count }?.value
  }

  private static let wishes = [
    "people": "an empty scene with the product alone", "hands": "the product standing by itself",
    "text": "plain surfaces without lettering around the product", "logo": "surroundings without any brand",
    "logos": "surroundings without any brand", "watermark": "a clean picture from edge to edge",
    "border": "a picture that runs to every edge", "shadow": "even light from all sides on white",
    "harsh shadow": "large soft light with a gradual edge of the shadow", "reflection": "a matte surface",
    "reflections": "matte surfaces", "glare": "broad diffused light", "clutter": "one product on a bare surface",
    "props": "nothing else in the frame", "blur": "everything on the product in focus",
    "grain": "a clean capture at low sensitivity", "color cast": "neutral white balance",
    "cropping": "the whole product inside the frame with room around it",
    "floating": "a base that touches the surface with a contact shadow", "duplicates": "exactly one product",
    "distortion": "straight verticals and a long lens", "tilt": "a level camera", "plants": "a bare wall",
    "food": "a bare table", "water": "a dry surface", "dust": "a freshly cleaned product",
    "wrinkles": "pressed flat fabric", "pattern": "a plain backdrop of one tone",
    "busy pattern": "a plain backdrop of one tone",
  ]
}

extension Substring {
  fileprivate func trimmingSuffix(while isPart: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isPart(last) { rest.removeLast() }
    return rest
  }
}

extension String {
  fileprivate func trimmingSuffix(while isPart: (Character) -> Bool) -> Substring {
    self[...].trimmingSuffix(while: isPart)
  }
}

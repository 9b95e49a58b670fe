/// What to ask for in the place of something that is not wanted: many models make likelier what they are told to avoid.
enum Negatives {
  /// The wish that stands for “no `unwanted`”; nil where none is known.
  static func wish(insteadOf unwanted: String) -> String? {
    let key = unwanted.lowercased().trimmingSuffix { !$0.isLetter }
    // Of several that end it, the longest says the most; a dictionary has no order of its own.
    let ends = wishes.filter { key == $0.key || key.hasSuffix(" " + $0.key) }
    return ends.max { $0.key.utf8.count < $1.key.utf8.count }?.value
  }

  /// How “no `unwanted`” is said to a model that is told only what is wanted.
  static func positive(of unwanted: String) -> String { wish(insteadOf: unwanted) ?? "without \(unwanted)" }

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
    "background detail": "a background softly out of focus", "oversaturation": "natural colors",
    "warm tint": "daylight without a tint", "dark image": "a bright exposure",
    "blown highlights": "detail in every highlight", "wide angle": "a long lens",
    "extra parts": "exactly the parts of the photo", "deformed shape": "the outline of the photo",
    "changed label": "the label as in the photo", "fake text": "lettering only where the photo has it",
    "new colors": "only the colors named here", "plastic look": "the material as in the photo",
    "cartoon": "a photograph", "3d render look": "a photograph through a real lens",
    "water drops": "a dry surface", "seasonal decoration": "a set for any time of the year",
    "camera shake": "a locked camera", "morphing": "a product that stays rigid", "cuts": "one shot without a cut",
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

/// The keys of properties.
public enum Key: String, CaseIterable, Sendable {
  case category, material, dimensions, color, label, keep, parts, finish, form, channels, budget
  case style, model, lock, ratio, size, seed, count, background, palette
  case from, crop, channel, compare

  /// Where a key may stand.
  public enum Place: Sendable {
    case header, shot
  }

  /// Where the key has a meaning. A step's keys are the parameters of its operation, not these.
  public var places: Set<Place> {
    switch self {
    case .category, .material, .dimensions, .color, .label, .keep, .parts, .finish, .form, .channels, .budget: [.header]
    case .style, .model, .lock, .ratio, .size, .seed, .count, .background, .palette: [.header, .shot]
    case .from, .crop, .channel, .compare: [.shot]
    }
  }

  /// One sentence for people: what the key does and how its value is written.
  public var summary: String {
    switch self {
    case .category: "What kind of thing the product is, like bottle."
    case .material: "What it is made of, parted by commas; the backdrop is seen through clear glass."
    case .dimensions: "Its width, depth and height, like 75 x 75 x 268 mm."
    case .color: "Its colors, each with the part that has it, like #2F4A43 body, #B98A55 lid."
    case .label: "The words on it, in quotes."
    case .keep: "What must not change, parted by commas."
    case .parts: "The parts it consists of, parted by commas."
    case .finish: "How its surface looks, like matte or transparent."
    case .form: "The body that the studio gives the photo: flat, round, inflated or lying."
    case .channels: "The channel slots that the set must satisfy, parted by commas."
    case .budget: "The most that one run of the file may cost, like 60 credits or 5 USD."
    case .style: "The look of the picture, by the name of a style."
    case .model: "What makes the picture; studio is offline and free."
    case .lock: "Whether the product's own pixels stay as photographed: on or off."
    case .ratio: "Width to height, like 4:5."
    case .size: "Width and height in px, like 2000x2000."
    case .seed: "The number that fixes what chance would decide, 0 to 4294967295."
    case .count: "How many pictures to make, 1 to 16."
    case .background: "What is behind the product: a color, white, black or transparent."
    case .palette: "The set's colors, up to 8, like #F4B860, #2F5D62."
    case .from: "The reference that the picture is made from, like @front."
    case .crop: "The part of the reference to use: @front(x, y, width, height) in px, or lid, label or base."
    case .channel: "The channel slot that this shot is for."
    case .compare: "Models or styles to run side by side, parted by commas."
    }
  }
}

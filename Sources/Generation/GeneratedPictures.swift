public import Imaging

/// What a model made of one request.
public struct GeneratedPictures: Sendable {
  /// As many as were asked for, in the order of their seeds.
  public var pictures: [GeneratedPicture]

  /// What was paid, in micro-dollars; 0 for free models, nil when the model did not say.
  public var costMicros: Int64?

  public init(_ pictures: [GeneratedPicture], costMicros: Int64? = 0) {
    self.pictures = pictures
    self.costMicros = costMicros
  }
}

/// One made picture.
public struct GeneratedPicture: Sendable {
  public var image: Raster

  /// What the maker did that is good to know: `light mirrored to fit the photo`.
  public var notes: [String]

  /// What the maker could not do as asked: `cannot render: eucalyptus`.
  public var warnings: [String]

  public init(image: Raster, notes: [String] = [], warnings: [String] = []) {
    self.image = image
    self.notes = notes
    self.warnings = warnings
  }
}

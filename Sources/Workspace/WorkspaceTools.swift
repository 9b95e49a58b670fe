public import Catalog
public import Generation
public import Imaging
public import Platform

/// What a workspace works with. Everything that differs between a product and a test is here.
public struct WorkspaceTools: Sendable {
  public var providers: ProviderRegistry
  public var catalog: Catalog

  /// Parts a product from its background.
  public var cutter: ProductCutter

  /// Which failures of a provider are tried again.
  public var retry = Retry.standard

  /// Sleeps between tries.
  public var retryClock: any Clock<Duration> = ContinuousClock()

  /// Stamps what is made.
  public var clock = WallClock.system

  /// Told of each moment at which a death must lose nothing.
  public var onFault: FaultHook = { _ in }

  public init(providers: ProviderRegistry, catalog: Catalog, cutter: ProductCutter) {
    self.providers = providers
    self.catalog = catalog
    self.cutter = cutter
  }
}

/// Parts a product from its background.
public struct ProductCutter: Sendable {
  /// The name and version of the method: a cut-out is made again when it changes.
  public var version: String

  /// Cuts; stops with `cancelled` within 50 ms once `isCancelled` is true.
  public var cut:
    @Sendable (_ photo: Raster, _ isCancelled: @escaping @Sendable () -> Bool, _ onStage: @escaping @Sendable (String) -> Void)
      throws(ImagingError) -> CutProduct

  public init(
    version: String,
    cut: @escaping @Sendable (Raster, @escaping @Sendable () -> Bool, @escaping @Sendable (String) -> Void)
      throws(ImagingError) -> CutProduct
  ) {
    self.version = version
    self.cut = cut
  }
}

/// A product without its background.
public struct CutProduct: Sendable, Hashable {
  /// Straight alpha, the photo's size.
  public var cutout: Raster

  /// How sure the cut is, 0 to 1.
  public var confidence: Double

  /// Why the confidence is not higher, in words for people.
  public var reasons: [String]

  public init(cutout: Raster, confidence: Double, reasons: [String]) {
    self.cutout = cutout
    self.confidence = confidence
    self.reasons = reasons
  }
}

public import Catalog
public import Generation
public import Imaging
public import Platform

/// What a workspace works with. Everything that differs between a product and a test is here.
public struct WorkspaceTools: Sendable {
  public var providers: ProviderRegistry
  public var catalog: Catalog

  /// Parts a product from its background.
  public var cutter = ProductCutter.automatic

  /// The model that says what is product, in edits and in shots alike; asked before each cut-out.
  public var model: SegmentationModelSource = { () throws(ImagingError) in nil }

  /// Which failures of a provider are tried again.
  public var retry = Retry.standard

  /// Sleeps between tries.
  public var retryClock: any Clock<Duration> = ContinuousClock()

  /// Stamps what is made.
  public var clock = WallClock.system

  /// The absolute path of ffmpeg, asked before each video; nil where there is none.
  public var videoProgram: @Sendable () -> String? = { SearchPath.program("ffmpeg") }

  /// Told of each moment at which a death must lose nothing.
  public var onFault: FaultHook = { _ in }

  public init(providers: ProviderRegistry, catalog: Catalog) {
    self.providers = providers
    self.catalog = catalog
  }
}

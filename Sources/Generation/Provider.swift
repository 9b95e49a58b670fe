public import Catalog

/// A model that makes pictures. An adapter translates one request into the model's own terms and back; it does not
/// check, retry, cache or keep state, because that is done here once for all.
public protocol Provider: Sendable {
  /// What the model can do and what it costs.
  var card: ModelCard { get }

  /// The name and version of how it makes pictures. The same request and version make the same pictures, so whoever changes
  /// what comes out changes this; remote models say what they know of theirs.
  var version: String { get }

  /// Makes `request.count` pictures.
  ///
  /// `report` may be called from any thread and often; it returns fast. `isCancelled` may be asked from any thread
  /// as often as wanted; once it is true it stays true, and the call should end with `cancelled` within 50 ms.
  ///
  /// Throws: what happened, classified as far as the adapter can know it; no picture was made that the caller gets.
  func generate(
    _ request: GenerationRequest, report: @escaping @Sendable (GenerationProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures
}

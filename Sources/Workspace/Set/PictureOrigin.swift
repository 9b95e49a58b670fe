import Catalog
import FoundationEssentials
import Generation
import Imaging

/// How an output came to be, as its history says.
struct PictureOrigin: Sendable {
  /// Empty for a picture that no shot made, like its style.
  var model = ""
  var style = ""
  var sourceType: DigitalSourceType
  /// Photos that carry content credentials, which a picture made from them cannot carry on.
  var signedPhotos: [AssetID] = []
}

extension Workspace {
  /// The origin of an output. Throws: `noSuchAsset`, and what reading a photo throws.
  nonisolated func origin(of output: AssetID) throws(WorkspaceError) -> PictureOrigin {
    var origin = PictureOrigin(sourceType: .algorithmicallyEnhanced)
    for edge in try lineage(of: output) {
      if edge.operation == "generate", origin.model.isEmpty,
        let work = try? JSONDecoder().decode(ShotWork.self, from: Data(edge.parameters.utf8))
      {
        (origin.model, origin.style) = (work.model, work.style)
        origin.sourceType = sourceType(of: work)
      }
      guard let source = try? asset(edge.source), source.kind == .photo, !origin.signedPhotos.contains(source.id)
      else { continue }
      if ImageFile.hasContentCredentials(try bytes(of: source)) { origin.signedPhotos.append(source.id) }
    }
    return origin
  }

  /// A photographed product in a computed set is a composite; what a trained model made says so.
  nonisolated func sourceType(of work: ShotWork) -> DigitalSourceType {
    guard let card = tools.providers.provider(work.model)?.card ?? tools.catalog.models[work.model] else {
      return .trainedAlgorithmicMedia
    }
    if card.identityRisk == .none && card.isOffline { return .compositeSynthetic }
    return work.lock && work.photo != nil ? .compositeWithTrainedAlgorithmicMedia : .trainedAlgorithmicMedia
  }
}

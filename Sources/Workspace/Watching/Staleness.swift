import FoundationEssentials
import Platform

/// A picture on the canvas and what it was made from.
struct MadeNode: Sendable {
  var id: Int64
  var kind: CanvasNode.Kind
  var shot: String?
  var asset: AssetID?
  var isStale: Bool
  /// The fingerprint of the shot as its shot list said it.
  var listed: String?
  /// The job's `WorkInputs` as JSON.
  var inputs: String?
}

extension Workspace {
  /// The nodes of a product whose pictures have become stale, or are no longer.
  ///
  /// A picture is stale when its shot list asks for something else now; a photo, when its file has other content; an edit,
  /// when what it was made of is. A shot list with mistakes says nothing: then a picture only becomes stale when a file
  /// that it was made from is another one.
  nonisolated func changedStaleness(of product: Product) throws(WorkspaceError) -> [Int64: Bool] {
    let (nodes, edges, photos) = try store.read { snapshot in
      (
        try snapshot.madeNodes(of: product.id), try snapshot.canvasEdges(),
        try snapshot.products().first { $0.id == product.id }?.references ?? []
      )
    }
    let current = try currentShots(of: product)
    let sources = Dictionary(grouping: edges, by: \.target).mapValues { $0.map(\.source) }
    var decoded: [String: WorkInputs] = [:]
    var stale: [Int64: Bool] = [:]
    for node in nodes {
      switch node.kind {
      case .output, .variation:
        guard let listed = node.listed else { continue }
        if let current {
          stale[node.id] = !(current[node.shot ?? ""]?.contains(listed) ?? false)
        } else {
          let text = node.inputs ?? ""
          let inputs = decoded[text] ?? (try? JSONDecoder().decode(WorkInputs.self, from: Data(text.utf8)))
          decoded[text] = inputs
          stale[node.id] = node.isStale || !(inputs.map(hasSameFiles(as:)) ?? true)
        }
      case .reference:
        let paths = photos.filter { $0.asset == node.asset }.map(\.path)
        stale[node.id] = !paths.contains { digest(ofFile: $0) == node.asset }
      case .edit: stale[node.id] = sources[node.id]?.contains { stale[$0] == true } ?? false
      case .product, .prompt, .note, .group: continue
      }
    }
    for node in nodes where stale[node.id] == node.isStale { stale[node.id] = nil }
    return stale
  }

  /// What each shot would be made from now; nil when mistakes in the shot list leave that open.
  private nonisolated func currentShots(of product: Product) throws(WorkspaceError) -> [String: Set<String>]? {
    do throws(WorkspaceError) {
      let list = try readShotList(product.id.rawValue, text: nil)
      let drafts = try draft(list, shots: nil, changes: OrderChanges()).drafts
      return Dictionary(grouping: drafts) { $0.shot ?? "" }.mapValues { Set($0.compactMap(\.listed)) }
    } catch .noSuchFile, .noShots {
      return [:]
    } catch {
      return nil
    }
  }

  private nonisolated func hasSameFiles(as inputs: WorkInputs) -> Bool {
    inputs.files.allSatisfy { path, known in digest(ofFile: path)?.hex == known }
  }
}

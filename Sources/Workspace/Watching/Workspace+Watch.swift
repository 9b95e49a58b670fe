import Platform

/// A workspace's eyes on the files of the user's that pictures were made from.
struct Watching: Sendable {
  fileprivate let folders: FolderWatch
  fileprivate let changes: AsyncStream<Seen>.Continuation
  fileprivate let reader: Task<Void, Never>

  /// What was seen.
  fileprivate enum Seen: Sendable {
    /// Everything may have changed: nobody looked.
    case all
    case paths(Set<String>)
    /// Shot lists were used that were not before.
    case newProducts
  }

  /// Nothing is noticed afterwards.
  func stop() async {
    folders.stop()
    changes.finish()
    await reader.value
  }
}

extension Workspace {
  /// Whether changed files are noticed at once; false where the system allows no more watches, and then only plans, coverage
  /// and exports look.
  public var isWatching: Bool { watching != nil }

  /// Begins to watch, and looks at what changed while nobody did.
  func startWatching() {
    let (seen, changes) = AsyncStream.makeStream(of: Watching.Seen.self)
    guard let folders = try? FolderWatch(onChange: { changes.yield(.paths($0)) }) else { return }
    let reader = Task { [weak self] in
      for await change in seen { await self?.look(at: change) }
    }
    watching = Watching(folders: folders, changes: changes, reader: reader)
    changes.yield(.all)
  }

  /// The folders of these products are watched too from now on.
  func noteProducts(in event: Event) {
    if event.changes.contains(where: { $0.topic == .product }) { watching?.changes.yield(.newProducts) }
  }

  private func look(at seen: Watching.Seen) async {
    guard !isClosed, let products = try? store.read({ try $0.products() }) else { return }
    // First, so that nothing happens between the look and the watch.
    follow(products)
    switch seen {
    case .newProducts: break
    case .all: for product in products { await mark(product, isTold: false) }
    case .paths(let paths):
      for product in products
      where files(of: product).contains(where: { file in
        paths.contains { WorkspacePath.isInside(file, $0) }
      }) { await mark(product, isTold: true) }
    }
  }

  /// Watches the folders of all files of products; of one that is not there, the nearest that is.
  private func follow(_ products: [Product]) {
    let folders = products.flatMap(files).map { file in
      var folder = Path.folder(of: file)
      while folder != root, WorkspacePath.isInside(folder, root), !WorkspacePath.isFolder(folder) {
        folder = Path.folder(of: folder)
      }
      return folder
    }
    do throws(PlatformError) {
      try watching?.folders.follow(Set(folders))
    } catch {
      // Who watches some of the files would be believed to watch all of them.
      watching?.folders.stop()
      watching?.changes.finish()
      watching = nil
    }
  }

  /// Where a product's shot list and photos lie or lay.
  private nonisolated func files(of product: Product) -> [String] {
    ([product.id.rawValue] + product.references.map(\.path)).map { WorkspacePath.absolute($0, in: root) }
  }

  /// Writes down which pictures of a product are made from other things now than the shot list says; with `isTold` also
  /// that its files changed.
  private func mark(_ product: Product, isTold: Bool) async {
    let changed = (try? await offload { () throws(WorkspaceError) in try changedStaleness(of: product) }) ?? [:]
    guard isTold || !changed.isEmpty else { return }
    // On a full disk the marks come with the next change.
    try? commit { transaction in
      if isTold { transaction.note(Change(.product, product.id.rawValue)) }
      for (node, isStale) in changed.sorted(by: { $0.key < $1.key }) { try transaction.setStale(isStale, node: node) }
    }
  }
}

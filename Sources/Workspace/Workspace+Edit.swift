extension Workspace {
  /// Queues an edit of one picture and answers its job; an order with a key seen before gives the job it gave then.
  ///
  /// Throws: `badKey`; `picture` for an unknown operation, bad parameters, or a mask that is missing or not taken;
  /// `noSuchAsset`, `noSuchFile`,
  /// `outsideWorkspace`, `insideHouse`, `folderNotWritable`; nothing was queued.
  public func edit(_ order: EditOrder) throws(WorkspaceError) -> Job {
    try check(key: order.key)
    if let known = try store.read({ try $0.jobs(key: order.key) }).first { return withProgress(known.job) }
    try StepWork(order.operation, order.parameters).check(hasMask: order.mask != nil)
    var work = EditWork(step: StepWork(order.operation, order.parameters))
    (work.asset, work.path) = try located(order.source)
    if let mask = order.mask { (work.mask, work.maskPath) = try located(mask) }
    work.output = try order.output.map { (path) throws(WorkspaceError) in try layout.output(path) }
    let draft = JobDraft(
      slot: "", kind: .edit, title: order.operation, request: .edit(work), estimate: .free(order.operation))
    guard let job = try enqueue([draft], key: order.key, owner: order.owner).jobs.first else { throw .closed }
    return job
  }

  /// Where a picture lies: one of the two is nil.
  private func located(_ source: EditOrder.Source) throws(WorkspaceError) -> (AssetID?, String?) {
    switch source {
    case .asset(let id):
      guard try store.read({ try $0.asset(id) }) != nil else { throw .noSuchAsset(id: id.hex) }
      return (id, nil)
    case .path(let path): return (nil, layout.relative(try layout.input(path, in: root)))
    }
  }
}

import Generation
import Platform

/// What a piece of work is made of besides its request: equal requests with equal inputs make equal pictures.
struct WorkInputs: Sendable, Codable, Hashable {
  /// The digests of the files that it reads, by path relative to the root.
  var files: [String: String]

  /// How the model makes pictures.
  var model: String

  /// How the product is parted from its background.
  var cutter: String

  /// How krafd itself puts a shot together and applies its steps: raised when that makes other pictures.
  var method = 1
}

/// A job's inputs, and the digest that tells whether two jobs are the same work.
struct Fingerprint: Sendable, Hashable {
  var inputs: WorkInputs
  /// 64 hexadecimal digits.
  var digest: String
}

extension Workspace {
  /// How products are parted from their background now; nil where the user's model cannot be used.
  nonisolated var cutMethod: String? {
    do throws(WorkspaceError) { return tools.cutter.version(with: try tools.currentModel()) } catch { return nil }
  }

  /// The digest of a file in the workspace, read again only when it changed; nil where it cannot be read.
  nonisolated func digest(ofFile path: String) -> AssetID? {
    guard let real = try? layout.input(path, in: root) else { return nil }
    return try? fileDigests.value(of: real) { path throws(PlatformError) in
      AssetID(try Digest.sha256(ofFile: path, maxBytes: PictureFile.maxBytes))
    }
  }
}

/// Makes the fingerprints of one order, looking at each file once.
struct Fingerprinter {
  let workspace: Workspace
  private let cutMethod: String?
  private var digests: [String: AssetID?] = [:]
  private var texts: [WorkInputs: String] = [:]

  init(_ workspace: Workspace) {
    self.workspace = workspace
    cutMethod = workspace.cutMethod
  }

  /// The fingerprint of a shot's work; nil where a file or the model that it needs cannot be used, which the job itself
  /// will say.
  ///
  /// The shot's name and its shot list do not count: they change no picture.
  mutating func fingerprint(of work: ShotWork, with provider: any Provider) throws(WorkspaceError) -> Fingerprint? {
    guard let cutMethod else { return nil }
    var inputs = WorkInputs(files: [:], model: provider.version, cutter: cutMethod)
    for path in [work.photo, work.mask, work.place?.path].compactMap(\.self) {
      let digest = digests[path] ?? workspace.digest(ofFile: path)
      digests[path] = .some(digest)
      guard let digest else { return nil }
      inputs.files[path] = digest.hex
    }
    var plain = work
    plain.shot = ""
    plain.product = ProductID(rawValue: "")
    let text = try encoded(plain) + self.text(of: inputs)
    return Fingerprint(inputs: inputs, digest: Digest.sha256(of: text.utf8).hex)
  }

  private mutating func text(of inputs: WorkInputs) throws(WorkspaceError) -> String {
    if let known = texts[inputs] { return known }
    let text = try encoded(inputs)
    texts[inputs] = text
    return text
  }
}

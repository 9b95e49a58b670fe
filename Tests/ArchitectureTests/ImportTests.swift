import Testing

/// The arrows between the modules. `docs/architecture.md` draws them; SwiftPM alone would let a forbidden one pass.
@Suite struct ImportTests {
  /// For each of our modules, which of our modules and which libraries it may import.
  static let allowed: [String: Set<String>] = [
    "RPCProtocol": [],
    "Platform": ["CShims", "CCrypto"],
    "Imaging": ["CImagingKernels", "CShims", "CPNG", "CJPEG", "CWebP", "CLCMS2"],
    "Catalog": [],
    "ShotList": ["Catalog"],
    "Studio": ["Imaging", "Catalog", "CStudioKernels"],
    "Generation": ["Imaging", "Catalog"],
    "Providers": ["Generation", "Studio", "Imaging", "Catalog", "Platform", "CShims", "CCURL"],
    "Workspace": ["Generation", "ShotList", "Catalog", "Imaging", "Platform", "GRDB"],
    "Daemon": [
      "RPCProtocol", "Workspace", "Providers", "Generation", "Studio", "ShotList", "Catalog", "Imaging", "Platform",
      "Logging",
    ],
    "krafd": ["Daemon", "RPCProtocol", "ArgumentParser"],
  ]

  /// What any module may import: the standard library's parts and the operating system.
  static let free: Set<String> = [
    "Glibc", "Darwin", "Dispatch", "FoundationEssentials", "Synchronization", "Swift", "_Concurrency",
  ]

  static func imports(of file: SourceFile) -> Set<String> {
    let line = #/\bimport (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/#
    return Set(file.codeLines.compactMap { $0.firstMatch(of: line).map { String($0.1) } })
  }

  static let swiftModules = SourceTree.files(in: "Sources")

  @Test(arguments: swiftModules)
  func importsOnlyWhatItsModuleMay(_ file: SourceFile) throws {
    let allowed = try #require(Self.allowed[file.module], "\(file.path) is in a module that the table does not name")

    #expect(Self.imports(of: file).subtracting(Self.free).isSubset(of: allowed))
  }

  @Test func onlyTheStoreImportsTheDatabase() {
    let users = Self.swiftModules.filter { Self.imports(of: $0).contains("GRDB") }

    #expect(users.allSatisfy { $0.path.hasPrefix("Sources/Workspace/Store/") })
  }

  @Test func onlyTheHTTPEngineImportsCurl() {
    let users = Self.swiftModules.filter { Self.imports(of: $0).contains("CCURL") }

    #expect(users.allSatisfy { $0.path.hasPrefix("Sources/Providers/HTTP/") })
  }

  @Test func theManifestNamesEveryModuleOfTheTable() throws {
    let manifest = try #require(SourceTree.file(at: "Package.swift"))

    for module in Self.allowed.keys {
      #expect(manifest.text.contains("\"\(module)\""))
    }
  }
}

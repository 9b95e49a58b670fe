import Testing

/// What every file keeps to, whatever it holds.
@Suite struct FileTests {
  static let sources = SourceTree.files(in: "Sources")
  static let all =
    sources + SourceTree.files(in: "Tests") + SourceTree.files(in: "Benchmarks")
    + ["CImagingKernels", "CStudioKernels", "CShims"].flatMap { module in
      [".c", ".h"].flatMap { SourceTree.files(in: "Sources/\(module)", ending: $0) }
    }

  @Test(arguments: all)
  func hasAtMostFourHundredLines(_ file: SourceFile) {
    #expect(file.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 401)
  }

  /// What may not be written in library code, and why.
  static var forbidden: [(pattern: Regex<Substring>, reason: String)] {
    [
      (#/\bimport Foundation\b/#, "loads ICU: 50 MB of resident memory"),
      (#/String\(format:/#, "needs ICU"),
      (#/\btry!/#, "traps"),
      (#/\bas! /#, "traps"),
      (#/\bfatalError\(/#, "ends the daemon for everybody"),
      (#/\bTask\.detached\b/#, "belongs to nobody"),
      (#/\bprint\(/#, "would write into a client's protocol stream"),
      (#/-Ounchecked/#, "turns mistakes into silent damage"),
    ]
  }

  @Test(arguments: sources.filter { $0.module != "krafd" })
  func libraryCodeAvoidsForbiddenSymbols(_ file: SourceFile) {
    for line in file.codeLines {
      for rule in Self.forbidden {
        #expect(line.firstMatch(of: rule.pattern) == nil, "\(line): \(rule.reason)")
      }
    }
  }

  @Test(arguments: sources)
  func uncheckedCodeSaysWhyItIsSafe(_ file: SourceFile) {
    let unchecked = #/@unchecked|nonisolated\(unsafe\)|unsafeBitCast/#
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.firstMatch(of: unchecked) != nil {
      let above = lines[max(0, number - 4)...number]

      #expect(above.contains { $0.contains("//") }, "\(file.path):\(number + 1) needs its proof beside it")
    }
  }

  @Test(arguments: sources)
  func hasNoWorkWithoutAnIssue(_ file: SourceFile) {
    #expect(!file.text.contains("TO" + "DO") && !file.text.contains("FIX" + "ME"))
  }
}

import Foundation
import TestSupport
import Testing

/// Clips as MP4, with an ffmpeg that is a script, with a real one where there is one, and without any.
@Suite(.tags(.endToEnd)) struct VideoTests {
  /// A user with a clip to make of `size`, whose only ffmpeg is the shell script `script`.
  private func user(size: String = "64x42", script: String?) throws -> KrafdUser {
    let user = try KrafdUser()
    try user.writeDiscProject()
    let text = "# Disc\n\n@front = photos/disc.png\n\n## hero\n\nstyle: pure-white\nsize: \(size)\n\n@front on white.\n"
    try user.write(text.utf8, to: "clip.kraf")
    let folder = user.folder.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    user.environment["PATH"] = folder.path
    if let script { try install(script, for: user) }
    return user
  }

  /// Makes `script` the user's ffmpeg. It knows its folder as `$here`.
  private func install(_ script: String, for user: KrafdUser) throws {
    let folder = user.folder.appendingPathComponent("bin")
    let place = folder.appendingPathComponent("ffmpeg")
    try Data("#!/bin/sh\nPATH=/usr/bin:/bin\nhere='\(folder.path)'\n\(script)\n".utf8).write(to: place)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
  }

  private func render(_ user: KrafdUser) throws -> Outcome {
    try user.run("render", "clip.kraf", "--out", "made", "--motion", "light-sweep")
  }

  private func leftovers(_ user: KrafdUser) -> [String] {
    user.files(in: ".kraf").filter { $0.hasPrefix(".krafd-") }
  }

  /// Writes its arguments and the number of bytes it was fed beside itself, and a small file where it is told to.
  private static let recorder = """
    printf '%s\\n' "$@" > "$here/arguments"
    wc -c > "$here/count"
    for last; do :; done
    printf 'a small file' > "$last"
    """

  @Test(arguments: ["64x42", "65x43"]) func ffmpegIsFedEveryFrameAndItsFileIsWritten(size: String) throws {
    let user = try user(size: size, script: Self.recorder)

    let outcome = try render(user)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(user.files(in: "made") == ["clip-hero.mp4", "clip-hero.png", "clip-hero.webp"])
    #expect(outcome.output.contains("64 × 42") && outcome.output.contains("2 pictures in "), "\(outcome.output)")
    let video = try Data(contentsOf: user.project.appendingPathComponent("made/clip-hero.mp4"))
    #expect(String(decoding: video, as: UTF8.self) == "a small file")
    let bin = user.folder.appendingPathComponent("bin")
    let count = try String(contentsOf: bin.appendingPathComponent("count"), encoding: .utf8)
    #expect(Int(count.trimmingCharacters(in: .whitespacesAndNewlines)) == 64 * 42 * 3 * 36)
    let arguments = try String(contentsOf: bin.appendingPathComponent("arguments"), encoding: .utf8)
      .split(separator: "\n").joined(separator: " ")
    for part in [
      "-f rawvideo -pix_fmt rgb24 -s 64x42 -r 36000/2988 -i - -an", "-c:v libx264 -pix_fmt yuv420p -crf 18",
      "-threads 1", "-fflags +bitexact -flags:v +bitexact", "-movflags +faststart -f mp4 /",
    ] { #expect(arguments.contains(part), "\(part)") }
    #expect(leftovers(user) == [])
  }

  @Test func withoutFFmpegThereIsTheWebPAloneAndOnlyWhoAsksForAnMP4IsTold() throws {
    let user = try user(script: nil)

    let outcome = try render(user)
    let asked = try export(try clip(of: user), to: "clip.mp4", user)

    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(user.files(in: "made") == ["clip-hero.png", "clip-hero.webp"])
    #expect(asked.status == 3)
    #expect(asked.errors == "krafd: There is no ffmpeg on this machine's PATH; install it or take webp\n")
    #expect(!user.files(in: ".").contains("clip.mp4"))
  }

  @Test func anFFmpegThatFailsIsOneSentenceAndNoMP4() throws {
    let complaint = "wc -c > /dev/null; echo \"[libx264 @ 0x55d0] Unknown encoder 'x'.\" >&2; echo more >&2; exit 1"
    func sentence(_ words: String) -> String {
      "The MP4 could not be made by ffmpeg (\(words)); mend or update ffmpeg, or take webp\n"
    }
    let user = try user(script: complaint)

    let outcome = try render(user)

    // The clip was asked for and is there; the MP4 comes beside it where it can.
    #expect(outcome.status == 0)
    #expect(outcome.errors == "warning: hero: " + sentence("Unknown encoder 'x'"))
    #expect(user.files(in: "made") == ["clip-hero.png", "clip-hero.webp"])
    #expect(leftovers(user) == [])

    let clip = try clip(of: user)
    for (script, words) in [
      ("for last; do :; done; printf half > \"$last\"; exit 8", "it ended with status 8"),
      ("exit 0", "it ended before the last frame"), ("wc -c > /dev/null", "it wrote nothing"),
      ("kill -9 $$", "signal 9 ended it"),
    ] {
      try install(script, for: user)
      let outcome = try export(clip, to: "clip.mp4", user)
      #expect(outcome.status == 3 && outcome.errors == "krafd: " + sentence(words), "\(script): \(outcome.errors)")
      #expect(!user.files(in: ".").contains("clip.mp4"))
      #expect(leftovers(user) == [])
    }
  }

  @Test(.needsFFmpeg) func aRealFFmpegMakesTheSameMP4EachTime() throws {
    let user = try user(size: "65x43", script: nil)
    user.environment["PATH"] = TestLibrary.ffmpeg.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }

    let outcome = try render(user)
    let again = try export(try clip(of: user), to: "again.mp4", user)

    #expect(outcome.status == 0 && again.status == 0, "\(outcome.errors)\(again.errors)")
    let video = try Data(contentsOf: user.project.appendingPathComponent("made/clip-hero.mp4"))
    // ISO/IEC 14496-12: the first box is `ftyp`; a file that plays while it loads has `moov` before `mdat`.
    #expect(String(decoding: video.dropFirst(4).prefix(4), as: UTF8.self) == "ftyp")
    let (facts, frames) = (video.firstRange(of: Data("moov".utf8)), video.firstRange(of: Data("mdat".utf8)))
    #expect(try #require(facts).lowerBound < #require(frames).lowerBound)
    #expect(video == (try Data(contentsOf: user.project.appendingPathComponent("again.mp4"))))
    #expect(leftovers(user) == [])
  }

  /// The name of the clip that the user's project holds.
  private func clip(of user: KrafdUser) throws -> String {
    let outcome = try user.run(
      "call", "kraf/asset/list", #"{"kind":"output","workspace":"\#(user.project.path)"}"#)
    let assets = try #require(try outcome.json()["assets"] as? [[String: Any]], "\(outcome.errors)")
    return try #require(assets.first { $0["mediaType"] as? String == "image/webp" }?["asset"] as? String)
  }

  private func export(_ asset: String, to name: String, _ user: KrafdUser) throws -> Outcome {
    let (root, path) = (user.project.path, user.project.appendingPathComponent(name).path)
    return try user.run(
      "call", "kraf/asset/export", #"{"asset":"\#(asset)","path":"\#(path)","format":"mp4","workspace":"\#(root)"}"#)
  }
}

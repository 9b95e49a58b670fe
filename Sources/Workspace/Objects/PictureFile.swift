import Imaging
import Platform

/// A picture file of the user's: read within limits, known before a pixel is decoded.
struct PictureFile: Sendable {
  /// The largest file that is read.
  static let maxBytes = DecodeLimits.standard.maxBytes

  var path: String
  var bytes: [UInt8]
  var header: ImageHeader

  /// Reads the file and its header; memory is taken for the bytes of the file only.
  ///
  /// Throws: `noSuchFile`, `notAPlainFile`, `tooLarge`, `unreadable`.
  static func read(_ path: String) throws(WorkspaceError) -> PictureFile {
    let bytes = try wrap { () throws(PlatformError) in try FileReader.bytes(of: path, maxBytes: maxBytes) }
    do throws(ImagingError) {
      return PictureFile(path: path, bytes: bytes, header: try ImageFile.header(of: bytes))
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  /// The picture itself. Throws: `unreadable`, `cancelled`.
  func raster(isCancelled: @escaping @Sendable () -> Bool = { false }) throws(WorkspaceError) -> Raster {
    try Self.decode(bytes, path: path, fitting: nil, isCancelled: isCancelled)
  }

  /// The picture as a mask: its alpha where it has transparency, else its gray levels.
  ///
  /// Throws: `unreadable`, also for a picture with colors, `cancelled`.
  func coverage(isCancelled: @escaping @Sendable () -> Bool) throws(WorkspaceError) -> Raster {
    do throws(ImagingError) {
      return try ImageFile.decodeCoverage(bytes, isCancelled: isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  /// The picture in `bytes`, which came from `path`. Throws: `unreadable`, `cancelled`.
  static func decode(
    _ bytes: [UInt8], path: String, fitting longerSide: Int?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(WorkspaceError) -> Raster {
    do throws(ImagingError) {
      return try ImageFile.decode(bytes, fitting: longerSide, isCancelled: isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  /// The bytes of a file. Throws: `cancelled`, `picture`.
  static func encode(
    _ raster: Raster, as format: ImageFormat, options: EncodeOptions,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(WorkspaceError) -> [UInt8] {
    do throws(ImagingError) {
      return try ImageFile.encode(raster, as: format, options: options, isCancelled: isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
  }
}

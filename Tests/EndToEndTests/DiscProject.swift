import Foundation
import Imaging
import TestSupport

extension KrafdUser {
  /// Writes a shot list with two small shots and the photo it names: a disc on a sweep with a soft shadow.
  func writeDiscProject() throws {
    try write(ImageFile.encode(DrawnProduct.disc(side: 300).photo, as: .png), to: "photos/disc.png")
    let text = """
      # Disc

      @front = photos/disc.png

      ## hero

      style: pure-white
      size: 192x192

      @front on seamless white.

      ## campaign launch

      style: color-block
      size: 192x128

      @front on a plinth.
      """
    try write(text.utf8, to: "disc.kraf")
  }
}

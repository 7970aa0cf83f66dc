import Foundation

/// How a folder takes the place of an older one: by its name where that can be, or file by file.
extension ResultsFolder {
  /// Throws unless what is there could be replaced and then removed, before anything is simulated.
  func requireExchangeable() throws {
    let files = FileManager.default
    guard files.fileExists(atPath: place) else { return }
    let inner = ((try? files.subpathsOfDirectory(atPath: place)) ?? []).map { "\(place)/\($0)" }
    let locked = ([place] + inner).first { name in
      var isFolder: ObjCBool = false
      return files.fileExists(atPath: name, isDirectory: &isFolder) && isFolder.boolValue
        && !files.isWritableFile(atPath: name)
    }
    if let locked {
      throw ResultsFolderError(
        "cannot replace '\(path)': '\(locked)' is write-protected; choose another folder")
    }
    guard !isWorkedIn else { return }
    // Nothing takes the place of a folder that holds something, but what hinders it is told first.
    if rename(temporaryPath, place) == 0 {
      try files.createDirectory(atPath: temporaryPath, withIntermediateDirectories: true)
    } else if errno != ENOTEMPTY, errno != EEXIST {
      throw ResultsFolderError(
        "cannot replace '\(path)': "
          + (errno == EBUSY
            ? "something is mounted there; choose a folder inside it" : "no permission"))
    }
  }

  /// Puts the temporary folder in its place; after a failure everything is as it was.
  func exchange() throws {
    let files = FileManager.default
    let old = temporaryPath + "-old"
    guard files.fileExists(atPath: place) else {
      return try files.moveItem(atPath: temporaryPath, toPath: place)
    }
    if isWorkedIn { try files.createDirectory(atPath: old, withIntermediateDirectories: false) }
    let move = isWorkedIn ? moveContents : files.moveItem
    do {
      try move(place, old)
    } catch {
      try? move(old, place)
      throw error
    }
    do {
      try move(temporaryPath, place)
    } catch {
      try? move(place, temporaryPath)
      try? move(old, place)
      throw error
    }
    try? files.removeItem(atPath: old)
    try? files.removeItem(atPath: temporaryPath)
  }

  /// Whether the process works in the folder, which then stays where it is: under another one of its
  /// name, whoever started the process would be left in a folder that is gone.
  private var isWorkedIn: Bool {
    let current = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      .resolvingSymlinksInPath().path
    return (current + "/").hasPrefix(place + "/")
  }

  /// Moves all files from one folder to another; the manifest, without which there is no result,
  /// leaves the place first and comes to it last.
  private func moveContents(from: String, to: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: from)
    let others = names.filter { $0 != Manifest.fileName }
    let manifest = names.filter { $0 == Manifest.fileName }
    for name in to == place ? others + manifest : manifest + others {
      try FileManager.default.moveItem(atPath: "\(from)/\(name)", toPath: "\(to)/\(name)")
    }
  }
}

using System.Runtime.InteropServices;

namespace TtsConsumers.Speech.Audio.Native;

/// <summary>A codec's shared library, as the system's package manager brings it; nothing is bundled.</summary>
/// <remarks>Debian's runtime packages have only the versioned file name, so the names are tried in turn, newest first.</remarks>
internal sealed class NativeCodec
{
    private static readonly Lock Gate = new();
    private static readonly List<NativeCodec> Known = [];

    private readonly string _package;
    private readonly string[] _files;
    private nint _handle;

    /// <summary>Names a library.</summary>
    /// <param name="name">What its imports call it.</param>
    /// <param name="package">The Debian package that brings it.</param>
    /// <param name="files">The names its file may have, with the versions of its interface that the imports fit.</param>
    public NativeCodec(string name, string package, params string[] files)
    {
        (Name, _package, _files) = (name, package, files);
        lock (Gate)
        {
            if (Known.Count == 0)
            {
                NativeLibrary.SetDllImportResolver(typeof(NativeCodec).Assembly, (wanted, _, _) => HandleOf(wanted));
            }

            Known.Add(this);
        }
    }

    /// <summary>What its imports call it.</summary>
    public string Name { get; }

    /// <summary>What is missing and what to install; null where the library is there.</summary>
    public string? Missing =>
        Handle() != 0 ? null : $"{string.Join(" or ", _files)} can't be loaded here (Debian and Ubuntu: apt-get install {_package})";

    /// <summary>Makes sure that the library is there before an import is called.</summary>
    /// <exception cref="AudioEncodingException">It is not.</exception>
    public void Need()
    {
        if (Missing is { } missing)
        {
            throw new AudioEncodingException(missing);
        }
    }

    /// <summary>Makes sure that it gave what it was asked for; it gives nothing where there is no memory.</summary>
    /// <exception cref="AudioEncodingException">It did not.</exception>
    public T Given<T>(T handle)
        where T : SafeHandle =>
        handle.IsInvalid ? throw new AudioEncodingException($"{Name} could not begin: there is no memory for it.") : handle;

    private static nint HandleOf(string name)
    {
        lock (Gate)
        {
            // 0 leaves any other library to the runtime's own search.
            return Known.Find(codec => codec.Name == name)?.Handle() ?? 0;
        }
    }

    private nint Handle()
    {
        foreach (var file in _files)
        {
            if (_handle == 0 && NativeLibrary.TryLoad(file, out var handle))
            {
                _handle = handle;
            }
        }

        return _handle;
    }
}

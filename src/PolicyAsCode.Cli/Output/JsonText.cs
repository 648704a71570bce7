using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyAsCode.Cli.Output;

/// <summary>Writes JSON answers: indented, with letters as they are.</summary>
internal static class JsonText
{
    /// <summary>Writes one document.</summary>
    public static void Write(CommandHost host, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        Write(bytes, write);
        host.Out.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>Writes one document to where it is kept.</summary>
    public static void Write(Stream bytes, Action<Utf8JsonWriter> write)
    {
        // Not for HTML pages: an apostrophe may stay one.
        using var json = new Utf8JsonWriter(
            bytes, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        write(json);
    }
}

using Microsoft.AspNetCore.Http;

namespace PolicyAsCode.AspNetCore;

/// <summary>The one style sheet of the pages: no outside reference, and nothing in the pages themselves.</summary>
internal static class StyleSheet
{
    private static readonly byte[] s_css = Read();

    public static IResult Answer(HttpContext http)
    {
        // Nothing personal: it may be kept.
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Bytes(s_css, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("pages/style.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

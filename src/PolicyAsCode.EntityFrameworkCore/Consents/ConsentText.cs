using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a person is shown before they agree.</summary>
/// <param name="Version">Its version, by which the text is found again.</param>
/// <param name="Language">Its language, such as <c>id</c>.</param>
/// <param name="Text">Every word of it.</param>
public sealed record ConsentText(string Version, string Language, string Text)
{
    /// <summary>The SHA-256 of the text in UTF-8, as lower-case hexadecimal digits: what a consent keeps of it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}

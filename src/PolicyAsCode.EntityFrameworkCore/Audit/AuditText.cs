using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What records say, as text that their columns can hold.</summary>
internal static class AuditText
{
    private const string More = ", …";

    /// <summary>Fields with commas, in order, each once; cut where a column cannot hold so many.</summary>
    public static string Fields(IEnumerable<string> names)
    {
        var text = string.Join(", ", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return text.Length <= PrivacyAuditTable.FieldsLength ? text : text[..(PrivacyAuditTable.FieldsLength - More.Length)] + More;
    }

    /// <summary>A text, or as much of it as fits.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>Somebody's key in its one spelling; a hash of one that no column can hold.</summary>
    public static string Key(string id) =>
        Guid.TryParse(id, out var guid) ? guid.ToString("D")
        : id.Length <= PrivacyTables.SubjectIdLength ? id
        : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}

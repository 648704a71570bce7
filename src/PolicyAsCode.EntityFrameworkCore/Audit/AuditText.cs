namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What records say, as text.</summary>
internal static class AuditText
{
    private const string Cut = ", …";

    /// <summary>Fields with commas, in order, each once; cut where a column cannot hold so many.</summary>
    public static string Fields(IEnumerable<string> names)
    {
        var text = string.Join(", ", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return text.Length <= PrivacyAuditTable.FieldsLength ? text : text[..(PrivacyAuditTable.FieldsLength - Cut.Length)] + Cut;
    }
}

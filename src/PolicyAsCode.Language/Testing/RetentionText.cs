using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Testing;

/// <summary>A retention as a policy writes it, in any language of its readers.</summary>
internal static class RetentionText
{
    /// <summary>For example <c>for: 2 years, from: last-purchase, then: erase</c>.</summary>
    public static string Of(RetentionStatement keep)
    {
        if (keep.NeverStored)
            return "never-stored";
        string?[] parts =
        [
            keep.AtMost is { } most ? $"for: {most}" : null,
            keep.AtLeast is { } least ? $"at-least: {least}" : null,
            keep.From is { } from ? $"from: {from.Key}" : null,
            $"then: {keep.Then.ToString().ToLowerInvariant()}",
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }
}

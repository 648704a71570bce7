namespace PolicyAsCode.Language.Messages;

/// <summary>A language in which messages are told.</summary>
public enum MessageLanguage
{
    /// <summary>English; also what is said where a language is not known.</summary>
    English,

    /// <summary>Indonesian.</summary>
    Indonesian,
}

/// <summary>The languages by their codes (ISO 639-1).</summary>
public static class MessageLanguages
{
    /// <summary>The language of a code such as <c>id</c>; false for a code that stands for none of them.</summary>
    public static bool TryParse(string? code, out MessageLanguage language)
    {
        var isIndonesian = string.Equals(code, "id", StringComparison.OrdinalIgnoreCase);
        language = isIndonesian ? MessageLanguage.Indonesian : MessageLanguage.English;
        return isIndonesian || string.Equals(code, "en", StringComparison.OrdinalIgnoreCase);
    }
}

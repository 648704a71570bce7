namespace PolicyAsCode.Language.Binding;

/// <summary>The question that a duration leaves open which is none.</summary>
internal static class VagueDuration
{
    /// <summary>What to ask back.</summary>
    public static string Question(string text)
    {
        if (Says(text, "necessary") || Says(text, "needed") || Says(text, "required")
            || Says(text, "diperlukan") || Says(text, "dibutuhkan"))
            return $"'{text}' leaves open for what it is needed, and when that ends.";
        if (Says(text, "law") || Says(text, "legal") || Says(text, "hukum") || Says(text, "undang"))
            return $"'{text}' leaves open which law, and how long it asks for.";
        if (Says(text, "forever") || Says(text, "indefinite") || Says(text, "permanent")
            || Says(text, "selamanya") || Says(text, "always"))
            return $"'{text}' is no end: whoever the data is about must know when it goes.";
        if (Says(text, "reasonable") || Says(text, "wajar") || Says(text, "usual") || Says(text, "biasanya"))
            return $"'{text}' leaves open who decides what that is, and how long it may be.";
        if (text.Length > 0 && (text[0] is '-' or >= '0' and <= '9'))
            return $"'{text}' is no whole number of hours, days, weeks, months or years, or more than 200 years.";
        return $"'{text}' leaves open how long that is.";
    }

    private static bool Says(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}

using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Binding;

/// <summary>The question that a duration leaves open which is none.</summary>
internal static class VagueDuration
{
    /// <summary>What to ask back.</summary>
    public static Message Question(string text)
    {
        if (Says(text, "necessary") || Says(text, "needed") || Says(text, "required")
            || Says(text, "diperlukan") || Says(text, "dibutuhkan"))
            return Message.Of("Values.OpenNeed", text);
        if (Says(text, "law") || Says(text, "legal") || Says(text, "hukum") || Says(text, "undang"))
            return Message.Of("Values.OpenLaw", text);
        if (Says(text, "forever") || Says(text, "indefinite") || Says(text, "permanent")
            || Says(text, "selamanya") || Says(text, "always"))
            return Message.Of("Values.NoEnd", text);
        if (Says(text, "reasonable") || Says(text, "wajar") || Says(text, "usual") || Says(text, "biasanya"))
            return Message.Of("Values.OpenWho", text);
        if (MeantDuration.IsOfSeveralUnits(text))
            return Message.Of("Values.SeveralUnits", text);
        if (text.Length > 0 && (text[0] is '-' or >= '0' and <= '9'))
            return Message.Of("Values.NoWholeNumber", text);
        return Message.Of("Values.OpenLength", text);
    }

    private static bool Says(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}

namespace PolicyAsCode.Language.Detection;

/// <summary>What a member's type can hold, as far as that tells what the member means.</summary>
internal enum MemberKind
{
    /// <summary>Text, an address of the internet, or several of them.</summary>
    Text,

    /// <summary>A day or a time.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with decimals.</summary>
    Fraction,

    /// <summary>A picture or a document.</summary>
    File,

    /// <summary>One of the application's own types: an enumeration, a value object, another entity.</summary>
    Own,

    /// <summary>One of few: yes or no, a letter, a small number; a gender is often written so.</summary>
    Choice,

    /// <summary>What holds no such data itself: a key, a span of time, a list of entities.</summary>
    Nothing,
}

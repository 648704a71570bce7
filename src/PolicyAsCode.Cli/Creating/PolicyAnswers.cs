namespace PolicyAsCode.Cli.Creating;

/// <summary>What somebody says of a policy that is to be written.</summary>
/// <param name="Name">Its name, as projects give it.</param>
/// <param name="Controller">The organisation that answers for it.</param>
/// <param name="Email">Where people reach it about their data.</param>
/// <param name="TimeZone">The IANA zone in which its days begin.</param>
/// <param name="Language">The language of the notice.</param>
/// <param name="Laws">The laws it follows, by their names.</param>
/// <param name="Subject">Whose data it is about.</param>
/// <param name="Data">Which data, each for its purposes.</param>
internal sealed record PolicyAnswers(
    string Name,
    string Controller,
    string Email,
    string TimeZone,
    MessageLanguage Language,
    ImmutableArray<string> Laws,
    Term Subject,
    ImmutableArray<DataAnswer> Data);

/// <summary>A category of data, and for what it is used.</summary>
internal sealed record DataAnswer(Term Category, ImmutableArray<Term> Purposes);

namespace PolicyAsCode.Language;

/// <summary>What a file is, by the end of its name.</summary>
public enum PolicyFileKind
{
    /// <summary><c>NAME.policy.yaml</c>.</summary>
    Policy,

    /// <summary><c>NAME.bindings.yaml</c>.</summary>
    Bindings,

    /// <summary><c>NAME.vocabulary.yaml</c>, or any YAML file in a folder <c>vocabulary</c>.</summary>
    Vocabulary,

    /// <summary><c>NAME.notice.yaml</c>.</summary>
    Notice,

    /// <summary><c>NAME.tests.yaml</c>.</summary>
    Tests,

    /// <summary><c>published/NAME.policy.yaml</c>: a policy as it was last published; it governs nothing.</summary>
    Published,

    /// <summary>
    /// <c>published/NAME.vocabulary.yaml</c>: an own vocabulary as it was when the policies were published; no policy uses it.
    /// </summary>
    PublishedVocabulary,

    /// <summary><c>NAME.law.yaml</c>: what a law asks, or an organisation of itself.</summary>
    Law,

    /// <summary><c>NAME.models.yaml</c>: where the methods of libraries take data, and what their types hold.</summary>
    Models,
}

namespace PolicyAsCode.Cli.Output;

/// <summary>What <c>policy help</c> says to somebody who starts.</summary>
internal static class Overview
{
    public const string Text = """
        A privacy policy as code: what you promise people about their data, written in YAML, checked, explained,
        and kept by the build of your programs. What no line allows is forbidden; a 'never' beats every line.

        The files, in a folder 'policies'
          NAME.policy.yaml     what is promised: which data, for what, who gets it, how long it is kept
          NAME.notice.yaml     the clauses of the published notice, so that none is forgotten
          NAME.tests.yaml      what you expect the policy to answer, so that no change breaks it unseen
          NAME.bindings.yaml   which code means which term; developers own it
          vocabulary/*.yaml    your own terms, beside those that come with the tool

        A first policy
          policy new           asks a few questions and writes the first three files
          policy help terms    the terms that a policy may use; 'policy help contact.email' explains one

        Every day
          policy check         every mistake, at its line, with what would mend it
          policy explain contact.email promotion
                               may we use it for that? The answer, and the lines that decide
          policy test          whether it still answers what you expect of it
          policy diff          what a change allows that was not allowed, or the other way round
          policy trace         each clause of the notice, and what keeps it
          policy fmt           all files in one style
          policy help PAC1007  what a rule wants, why, and how to mend what it found

        'policy --help' lists all commands; 'policy COMMAND --help' tells more of one, with examples.
        Answers come in Indonesian with --lang id. Exit codes: 0 well, 1 not well, 2 the call is wrong.

        """;
}

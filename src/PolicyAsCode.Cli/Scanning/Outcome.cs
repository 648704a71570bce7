namespace PolicyAsCode.Cli.Scanning;

/// <summary>What a finding says of policy and code; never mixed, since each is somebody else's to mend.</summary>
internal enum Outcome
{
    /// <summary>The code does what the policy forbids.</summary>
    Violation,

    /// <summary>The policy says nothing of this data, or the code nothing of what it holds.</summary>
    Gap,

    /// <summary>A statement or a binding that matches nothing in the code.</summary>
    Vacuous,

    /// <summary>A named person has accepted it, for a time.</summary>
    Waived,

    /// <summary>The baseline of the code base has it: it was there when the policy came.</summary>
    Accepted,
}

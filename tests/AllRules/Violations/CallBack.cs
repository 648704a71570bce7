namespace Cellar.Violations;

/// <summary>PAC2003: the bindings say that callers leave a telephone number, and the code says otherwise.</summary>
public sealed class CallBack
{
    [DataCategory(Categories.Contact.Email)]
    public string? Reach { get; set; } // expect: PAC2003
}

/// <summary>Said twice, and the same.</summary>
public sealed class CleanCallBack
{
    [DataCategory(Categories.Contact.Phone)]
    public string? Reach { get; set; }
}

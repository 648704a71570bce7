//# a message of an exception
void Leak(Customer c) => throw new InvalidOperationException($"no {{|PAC5002:c.Email|}}");
void Clean(Customer c) => throw new InvalidOperationException($"no {c.City}");
//# thrown and caught here
void Leak(Customer c) { try { throw new InvalidOperationException({|PAC5002:c.Email|}); } catch (Exception e) { Console.WriteLine([|e.Message|]); } }
void Clean(Customer c) { try { throw new InvalidOperationException(c.City); } catch (Exception e) { Console.WriteLine(e.Message); } }
//# thrown by a helper, caught here
static void Fail(string s) => throw new InvalidOperationException(s);
void Leak(Customer c) { try { Fail({|PAC5002:c.Email|}); } catch (Exception e) { Console.WriteLine([|e.Message|]); } }
void Clean(Customer c) { try { Fail(c.City); } catch (Exception e) { Console.WriteLine(e.Message); } }
//# thrown by a helper that reads
static void Fail(Customer c) => throw new InvalidOperationException({|PAC5002:c.Name|});
static void Miss(Customer c) => throw new InvalidOperationException(c.City);
void Leak(Customer c) { try { Fail(c); } catch (Exception e) { log.LogError([|e|], "failed"); } }
void Clean(Customer c) { try { Miss(c); } catch (Exception e) { log.LogError(e, "failed"); } }
//# caught and logged beside data
void Leak(Customer c) { try { Go(); } catch (Exception e) { log.LogError(e, "for {Mail}", [|c.Email|]); } }
void Clean(Customer c) { try { Go(); } catch (Exception e) { log.LogError(e, "for {Number}", c.Number); } }
static void Go() { }
//# rethrown with data
void Leak(Customer c) { try { Go(); } catch (Exception e) { throw new InvalidOperationException({|PAC5002:"for " + c.Email|}, e); } }
void Clean(Customer c) { try { Go(); } catch (Exception e) { throw new InvalidOperationException("for " + c.Number, e); } }
static void Go() { }
//# data put into Exception.Data
void Leak(Customer c) { var e = new InvalidOperationException("x"); e.Data["mail"] = c.Email; Console.WriteLine([|e.Data["mail"]|]); }
void Clean(Customer c) { var e = new InvalidOperationException("x"); e.Data["n"] = c.Number; Console.WriteLine(e.Data["n"]); }
//+ an exception of ours with a declared member
public class Refused(string to) : Exception("refused") { [DataCategory("contact.email")] public string To { get; } = to; public int Code => 1; }
public class Use { public void Leak(Customer c) { try { throw new Refused(c.Email); } catch (Refused e) { Console.WriteLine([|e.To|]); } }
    public void Clean(Customer c) { try { throw new Refused(c.Email); } catch (Refused e) { Console.WriteLine(e.Code); } } }
//+ an exception of ours that builds its message
public class Refused(string to) : Exception($"{to} refused"); public class Lost(string to) : Exception("lost") { public int N => to.Length; }
public class Use
{
    public void Leak(Customer c) => throw new Refused({|PAC5002:c.Email|});
    public void Clean(Customer c) => throw new Refused(c.City);
}
//# an exception from a throw helper of ours
static Exception Made(string s) => new InvalidOperationException("x" + s);
void Leak(Customer c) => throw Made({|PAC5002:c.Email|});
void Clean(Customer c) => throw Made(c.City);
//# when
void Leak(Customer c) { try { Go(); } catch (Exception) when (Tell([|c.Email|])) { } }
void Clean(Customer c) { try { Go(); } catch (Exception) when (Tell(c.City)) { } }
static void Go() { } static bool Tell(string s) { Console.WriteLine(s); return true; }
//# finally
void Leak(Customer c) { var s = ""; try { s = c.Email; Go(); } finally { Console.WriteLine([|s|]); } }
void Clean(Customer c) { var s = ""; try { s = c.City; Go(); } finally { Console.WriteLine(s); } }
static void Go() { }
//# another try's throw
void Leak(Customer c) { try { throw new Exception({|PAC5002:c.Email|}); } catch (Exception e) { Console.WriteLine([|e|]); } }
void Clean(Customer c) { try { try { throw new Exception({|PAC5002:c.Email|}); } catch (Exception) { } Go(); } catch (Exception e) { Console.WriteLine(e.Message); } }
static void Go() { }

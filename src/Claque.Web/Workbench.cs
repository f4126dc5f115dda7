namespace Claque.Web;

/// <summary>The workbench: a case in the browser, served on the loopback address only.</summary>
public static class Workbench
{
}

// Only the modules in use: the package as a whole declares some that it cannot type (lightning/modal has no open there).
import "@salesforce/lightning-types/dist/@salesforce/user.d.ts";
import "@salesforce/lightning-types/dist/lightning/lightningToast.d.ts";

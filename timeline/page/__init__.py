"""The parts of the Streamlit page, a file each."""
